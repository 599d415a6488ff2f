"use client";

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { ApolloProvider } from "@apollo/client/react";
import { useState, type ReactNode } from "react";
import { cachePolicies } from "./cache-policies";
import { documentByHash } from "./document-by-hash";
import { errorCode } from "./error-code";

/**
 * The browser's Apollo Client, on the portal's own origin. While a page is rendered on the server it asks nothing: what a page needs at
 * first is read by its server component and seeded (see use-seeded-query.ts).
 */
export function BrowserClient({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}

function makeClient() {
  return new ApolloClient({
    cache: new InMemoryCache(cachePolicies),
    link: ApolloLink.from([toSignInWhenSignedOut(), documentByHash(), new HttpLink({ uri: "/graphql", headers: PORTAL_HEADERS })]),
  });
}

/** The API takes a browser's request only with this header: another site's form cannot send it. */
const PORTAL_HEADERS = { "x-journal-client": "portal" };

function toSignInWhenSignedOut(): ErrorLink {
  return new ErrorLink(({ error }) => {
    const { pathname, search } = window.location;
    if (errorCode(error) === "UNAUTHENTICATED" && pathname !== "/sign-in") {
      window.location.assign(`/sign-in?return=${encodeURIComponent(pathname + search)}`);
    }
  });
}
