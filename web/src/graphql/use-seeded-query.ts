import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useState } from "react";

/** What a server component has read for the first sight of a list. */
export interface Seed<Data, Variables> {
  variables: Variables;
  data: Data;
}

/**
 * A query whose first answer came with the page: it is in the cache before the first reading, on the server and in the browser alike.
 * Other variables are asked for as usual; until they are there, `shown` stays what it was.
 */
export function useSeededQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  seed: Seed<Data, Variables>,
  variables: Variables,
) {
  const client = useApolloClient();
  useState(() => client.writeQuery<Data, OperationVariables>({ query: document, ...seed, broadcast: false }));
  const result = useQuery<Data, OperationVariables>(document, { variables, notifyOnNetworkStatusChange: true });
  return { ...result, shown: result.data ?? result.previousData };
}
