"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Group, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EditAnnouncementDocument, type AnnouncementCardFragment } from "@/graphql/generated/graphql";
import { LinkButton } from "@/ui/link-button";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";
import classes from "./announcements.module.css";
import { WordsFields, type Words } from "./words-fields";

/** A change of what an announcement says or how long it is shown; to whom it went stays. */
export function EditForm({ announcement: { id, version, title, text, shownFrom, shownTo } }: { announcement: AnnouncementCardFragment }) {
  const t = useTranslations("announcements");
  const router = useRouter();
  const textOf = useErrorText();
  const [words, setWords] = useState<Words>({ title, text, shownFrom, shownTo });
  const [edit, { loading, error }] = useMutation(EditAnnouncementDocument);
  const save = () =>
    edit({ variables: { input: { operationId: newId(), announcementId: id, version, ...words } } }).then(
      () => {
        router.push(`/announcements/${id}`);
        router.refresh();
      },
      () => undefined,
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <WordsFields words={words} onChange={(part) => setWords({ ...words, ...part })} />
      <div role="alert">{error && <Text c="red">{textOf(error)}</Text>}</div>
      <Group>
        <Button type="submit" loading={loading} disabled={!words.title.trim() || !words.text.trim() || words.shownFrom > words.shownTo}>
          {t("save")}
        </Button>
        <LinkButton href={`/announcements/${id}`} variant="default">
          {t("cancel")}
        </LinkButton>
      </Group>
    </form>
  );
}
