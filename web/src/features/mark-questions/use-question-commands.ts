import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import { MarkQuestionDocument, type QuestionThreadFragment } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";

export type Thread = QuestionThreadFragment;

/** Sends the changes of a question one at a time, and keeps the thread that comes back. The same words sent again after a failure are the same operation. */
export function useQuestionCommands() {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const textOf = useErrorText();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const operation = useRef<{ words: string; id: string }>(null);

  /** @returns the thread; null when it was not sent, and `problem` says why. */
  async function run<Data, Input extends { operationId: string }>(
    mutation: TypedDocumentNode<Data, { input: Input }>,
    input: Omit<Input, "operationId">,
    threadOf: (data: Data) => Thread,
  ): Promise<Thread | null> {
    const words = JSON.stringify(input);
    if (operation.current?.words !== words) operation.current = { words, id: newId() };
    setIsSending(true);
    setProblem(null);
    try {
      const { data } = await client.mutate<Data, OperationVariables>({
        mutation,
        variables: { input: { ...input, operationId: operation.current.id } },
        context: inNameOf(accountId),
      });
      const thread = threadOf(data as Data);
      client.writeQuery({
        query: MarkQuestionDocument,
        variables: { id: thread.question.id },
        data: { __typename: "Query", markQuestion: thread },
      });
      return thread;
    } catch (error) {
      setProblem(textOf(error));
      return null;
    } finally {
      setIsSending(false);
    }
  }
  return { run, isSending, problem };
}
