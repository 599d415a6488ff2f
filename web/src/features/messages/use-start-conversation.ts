import { useMutation } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ConversationsDocument, StartConversationDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";
import { RECIPIENT_LIMIT, type NewDraft } from "./new-draft";
import { problemOf } from "./outgoing";

/** Sends a first message; sent again unchanged it is the same operation, so nobody gets it twice. */
export function useStartConversation() {
  const t = useTranslations("messages");
  const textOf = useErrorText();
  const { accountId } = useViewer();
  const [start, { loading }] = useMutation(StartConversationDocument, { context: inNameOf(accountId) });
  const [problem, setProblem] = useState<string | null>(null);
  const last = useRef({ words: "", operationId: "" });

  /** The threads that the message is now in; null when it was not sent. */
  const send = async ({ recipients, together, title, text, lesson }: NewDraft): Promise<string[] | null> => {
    const missing = whatIsMissing({ recipients, together, title });
    setProblem(missing && t(missing));
    if (missing) return null;
    const input = {
      recipients: recipients.map(({ personId, pupilId }) => ({ personId, pupilId })),
      together,
      title: together ? title.trim() : null,
      text: text.trim(),
      lessonId: lesson?.lessonId ?? null,
    };
    const words = JSON.stringify(input);
    if (last.current.words !== words) last.current = { words, operationId: newId() };
    try {
      const variables = { input: { ...input, operationId: last.current.operationId } };
      const { data } = await start({ variables, refetchQueries: [ConversationsDocument] });
      return data?.startConversation.conversations.map(({ id }) => id) ?? [];
    } catch (error) {
      const found = problemOf(error, textOf);
      setProblem(found.kind === "AWAY" ? t("unsentNew") : found.text);
      return null;
    }
  };
  return { send, isSending: loading, problem };
}

function whatIsMissing({ recipients, together, title }: Pick<NewDraft, "recipients" | "together" | "title">) {
  if (recipients.length === 0) return "chooseRecipients";
  if (recipients.length > RECIPIENT_LIMIT) return "tooManyRecipients";
  return together && title.trim() === "" ? "nameGroup" : null;
}
