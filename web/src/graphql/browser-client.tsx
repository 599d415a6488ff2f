"use client";

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { ApolloProvider } from "@apollo/client/react";
import { useState, type ReactNode } from "react";
import { PORTAL_HEADERS } from "./ask";
import { cachePolicies } from "./cache-policies";
import { documentByHash } from "./document-by-hash";
import { toSignInWhenSignedOut } from "./to-sign-in";

/**
 * The browser's Apollo Client, on the portal's own origin. While a page is rendered on the server it asks nothing: what a page needs at
 * first is read by its server component and seeded (see use-seeded-query.ts). It stands around the pages and panels that use it, and not
 * around all: the journal's grid does without its weight (see ask.ts).
 */
export function BrowserClient({ children }: { children: ReactNode }) {
  const [client] = useState(clientOfTab);
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}

let made: ApolloClient | undefined;

/** One cache a tab, wherever it is used; on the server, where many people are served, each rendering has its own. */
function clientOfTab(): ApolloClient {
  if (typeof window === "undefined") return makeClient();
  made ??= makeClient();
  return made;
}

function makeClient(): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache(cachePolicies),
    link: ApolloLink.from([
      new ErrorLink(({ error }) => toSignInWhenSignedOut(error)),
      documentByHash(),
      new HttpLink({ uri: "/graphql", headers: PORTAL_HEADERS }),
    ]),
  });
}
