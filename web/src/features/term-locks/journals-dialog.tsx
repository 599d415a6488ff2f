import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { BoardJournalsDocument } from "@/graphql/generated/graphql";
import { InlineError } from "@/ui/inline-error";
import { useSchoolClock } from "@/ui/use-school-clock";
import { placeOfJournal, type BoardJournal, type BoardPlace } from "./board-places";
import classes from "./journals-dialog.module.css";
import { PlaceActions, type Asked } from "./place-actions";
import { placeText } from "./place-text";

interface JournalsDialogProps {
  /** A class in a term. */
  place: BoardPlace;
  onAsk: (asked: Asked) => void;
  onClose: () => void;
}

/** The journals of one class in a term, to close or open some of them apart from the others. */
export function JournalsDialog({ place, onAsk, onClose }: JournalsDialogProps) {
  const t = useTranslations("termLocks");
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { term, ofClass } = place;
  const { data, error, refetch } = useQuery(BoardJournalsDocument, {
    variables: { termId: term.id, classId: ofClass?.id ?? "" },
    fetchPolicy: "network-only",
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const journals = data?.boardJournals ?? [];
  const places = journals.filter(({ journalId }) => chosen.has(journalId)).map((journal) => placeOfJournal(place, journal));
  const toggle = (id: string) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id]));
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>
        {t("journals.title", {
          place: placeText(t, { termKind: term.kind, termNumber: term.number, className: ofClass?.label ?? null, subject: null }),
        })}
      </h2>
      <p>{t("journals.text")}</p>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p aria-busy="true">{t("journals.reading")}</p>}
      <ul className={classes.journals}>
        {journals.map((journal) => (
          <JournalItem
            key={journal.journalId}
            journal={journal}
            className={ofClass?.label ?? ""}
            isChosen={chosen.has(journal.journalId)}
            onToggle={() => toggle(journal.journalId)}
          />
        ))}
      </ul>
      <Group gap="xs" className={classes.actions}>
        <PlaceActions places={places} onAsk={onAsk} />
        <Button size="sm" variant="default" ms="auto" onClick={onClose}>
          {t("cancel")}
        </Button>
      </Group>
    </dialog>
  );
}

interface JournalItemProps {
  journal: BoardJournal;
  /** A group's or a pupil's journal is told by its own name beside it. */
  className: string;
  isChosen: boolean;
  onToggle: () => void;
}

function JournalItem({ journal, className, isChosen, onToggle }: JournalItemProps) {
  const t = useTranslations("termLocks");
  const { moment } = useSchoolClock();
  const { isClosed, openUntil, lock } = journal;
  const name = journal.className === className ? journal.subject : nameOfPart(journal);
  const state = isClosed ? t("board.closed") : openUntil ? t("board.openUntil", { at: moment(openUntil) }) : t("board.openNow");
  return (
    <li>
      <Checkbox size="sm" label={name} checked={isChosen} onChange={onToggle} />
      <span className={classes.state} data-closed={isClosed || undefined}>
        {lock ? t("journals.ownLock", { state }) : state}
      </span>
    </li>
  );
}

/** A group is mostly named by its subject already. */
function nameOfPart({ subject, className }: BoardJournal): string {
  return className.includes(subject) ? className : `${subject}, ${className}`;
}
