import { useLazyQuery } from "@apollo/client/react";
import { Button, Group, Loader } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useId, type RefObject } from "react";
import { MessageVersionsDocument } from "@/graphql/generated/graphql";
import { InlineError } from "@/ui/inline-error";
import classes from "./dialog.module.css";
import { useMoments } from "./use-moments";

/** What an edited message said before, read when it is opened. */
export function EarlierTexts({ dialog, messageId }: { dialog: RefObject<HTMLDialogElement | null>; messageId: string }) {
  const t = useTranslations("messages");
  const moments = useMoments();
  const title = useId();
  const [read, { data, error }] = useLazyQuery(MessageVersionsDocument, { fetchPolicy: "network-only" });
  useEffect(() => {
    const opened = dialog.current;
    const open = () => {
      if (opened?.open) void read({ variables: { messageId } }).catch(() => undefined);
    };
    opened?.addEventListener("toggle", open);
    return () => opened?.removeEventListener("toggle", open);
  }, [dialog, messageId, read]);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={title}>
      <h2 id={title}>{t("earlierTexts")}</h2>
      {error ? (
        <InlineError error={error} onRetry={() => void read({ variables: { messageId } })} />
      ) : data ? (
        <ol className={classes.versions}>
          {data.messageVersions.map(({ at, text }) => (
            <li key={at}>
              <time dateTime={at}>{moments.full(at)}</time>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      ) : (
        <Loader size="sm" />
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => dialog.current?.close()}>
          {t("close")}
        </Button>
      </Group>
    </dialog>
  );
}
