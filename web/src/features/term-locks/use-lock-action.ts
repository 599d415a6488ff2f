import { useMutation } from "@apollo/client/react";
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { LateEntriesDocument, OpeningRequestsDocument, TermLockBoardDocument, TermOpeningsDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";

/** A change of what is closed or opened: all that the page shows is read anew after it. */
export function useLockAction<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { accountId } = useViewer();
  const [send] = useMutation<Data, OperationVariables>(document, {
    context: inNameOf(accountId),
    refetchQueries: [TermLockBoardDocument, OpeningRequestsDocument, TermOpeningsDocument, LateEntriesDocument],
    awaitRefetchQueries: true,
  });
  return async (variables: Variables): Promise<void> => {
    await send({ variables });
  };
}
