import { useMutation } from "@apollo/client/react";
import { ActionIcon } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconArrowLeft, IconBell, IconBellOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { SetConversationStateDocument, ConversationsDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { PopUp } from "@/ui/pop-up";
import { useErrorText } from "@/ui/use-error-text";
import type { ThreadConversation } from "./thread";
import classes from "./thread.module.css";
import { useAbout } from "./use-about";

/** With whom and about whom; the way back, silence and the archive. */
export function ThreadHead({ conversation }: { conversation: ThreadConversation }) {
  const t = useTranslations("messages");
  const router = useRouter();
  const { accountId } = useViewer();
  const textOf = useErrorText();
  const about = useAbout()(conversation);
  const [setState, { loading, error }] = useMutation(SetConversationStateDocument, { context: inNameOf(accountId) });
  const { id, title, isGroup, isMuted, isArchived } = conversation;
  const change = (state: { isMuted?: boolean; isArchived?: boolean }, refetchQueries: (typeof ConversationsDocument)[] = []) =>
    setState({ variables: { input: { operationId: newId(), conversationId: id, ...state } }, refetchQueries }).catch(() => undefined);
  const archive = async () => {
    const done = await change({ isArchived: !isArchived }, [ConversationsDocument]);
    if (done?.data && !isArchived) router.push("/messages");
  };
  return (
    <header className={classes.head}>
      <ActionIcon
        className={classes.back}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("back")}
        onClick={() => router.push("/messages")}
      >
        <IconArrowLeft size={22} aria-hidden />
      </ActionIcon>
      <div className={classes.who}>
        <h1 className={classes.title}>{title}</h1>
        {isGroup ? <Members conversation={conversation} about={about} /> : about && <p className={classes.about}>{about}</p>}
        {error && (
          <p role="alert" className={classes.failed}>
            {textOf(error)}
          </p>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={loading}
        aria-label={t(isMuted ? "unmute" : "mute")}
        title={t(isMuted ? "unmute" : "mute")}
        onClick={() => void change({ isMuted: !isMuted })}
      >
        {isMuted ? <IconBellOff size={20} aria-hidden /> : <IconBell size={20} aria-hidden />}
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={loading}
        aria-label={t(isArchived ? "fromArchive" : "toArchive")}
        title={t(isArchived ? "fromArchive" : "toArchive")}
        onClick={() => void archive()}
      >
        {isArchived ? <IconArchiveOff size={20} aria-hidden /> : <IconArchive size={20} aria-hidden />}
      </ActionIcon>
    </header>
  );
}

function Members({ conversation: { members }, about }: { conversation: ThreadConversation; about: string | null }) {
  const t = useTranslations("messages");
  return (
    <PopUp side="below" buttonClassName={classes.members} button={about}>
      {() => (
        <ul className={classes.names}>
          {members.map(({ personId, name, isMe }) => (
            <li key={personId}>{isMe ? t("nameAndYou", { name }) : name}</li>
          ))}
        </ul>
      )}
    </PopUp>
  );
}
