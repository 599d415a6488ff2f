import { ApolloLink, HttpLink } from "@apollo/client";
import { ApolloClient, InMemoryCache, registerApolloClient } from "@apollo/client-integration-nextjs";
import { cookies, headers } from "next/headers";
import { apiAddress } from "./api-address";
import { documentByHash } from "./document-by-hash";

/** Apollo Client for server components, one a request, asking in the viewer's name. */
export const { query } = registerApolloClient(async () => {
  const http = new HttpLink({ uri: apiAddress("/graphql"), headers: await viewerHeaders(), fetchOptions: { cache: "no-store" } });
  return new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([documentByHash(), http]) });
});

async function viewerHeaders(): Promise<Record<string, string>> {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  return {
    "x-journal-client": "portal",
    cookie: jar.toString(),
    "x-forwarded-for": asked.get("x-forwarded-for") ?? "",
  };
}
