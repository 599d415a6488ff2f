import { ApolloLink } from "@apollo/client";
import type { DocumentNode } from "graphql";

/** Sends the hash of a document instead of its text: the API knows the portal's documents from schema/persisted-documents.json. */
export function documentByHash(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const sha256Hash = hashOf(operation.query);
    if (sha256Hash) {
      operation.extensions.persistedQuery = { version: 1, sha256Hash };
      operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    }
    return forward(operation);
  });
}

/** codegen.ts puts the hash into every document that it makes. */
function hashOf(document: DocumentNode): string | undefined {
  return (document as DocumentNode & { __meta__?: { hash: string } }).__meta__?.hash;
}
