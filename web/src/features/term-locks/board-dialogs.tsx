import { useQuery } from "@apollo/client/react";
import { Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CloseTermDocument, ClosingPreviewDocument, LiftTermLockDocument, OpenTermDocument } from "@/graphql/generated/graphql";
import { ActionDialog } from "@/ui/action-dialog";
import { InlineError } from "@/ui/inline-error";
import { PortalLink } from "@/ui/portal-link";
import classes from "./dialogs.module.css";
import type { BoardPlace } from "./board-places";
import { placeText } from "./place-text";
import { UntilFields, useUntil } from "./until-fields";
import { useLockAction } from "./use-lock-action";

interface PlacesDialogProps {
  places: readonly BoardPlace[];
  onDone: () => void;
  onClose: () => void;
}

const inputOf = ({ term, ofClass, journal }: BoardPlace) => ({
  termId: term.id,
  classId: journal ? null : (ofClass?.id ?? null),
  journalId: journal?.journalId ?? null,
});

/** Before a term is closed: what it touches, and what is still missing there. */
export function CloseDialog({ places, onDone, onClose }: PlacesDialogProps) {
  const t = useTranslations("termLocks");
  const close = useLockAction(CloseTermDocument);
  const input = places.map(inputOf);
  return (
    <ActionDialog
      title={t("close.title")}
      no={t("cancel")}
      yes={t("close.yes")}
      wish={JSON.stringify(input)}
      onYes={async (operationId) => {
        await close({ input: { operationId, places: input } });
        onDone();
      }}
      onClose={onClose}
    >
      <PlaceNames places={places} />
      <Preview places={places} />
      <p>{t("close.text")}</p>
    </ActionDialog>
  );
}

function Preview({ places }: { places: readonly BoardPlace[] }) {
  const t = useTranslations("termLocks");
  const { data, error, refetch } = useQuery(ClosingPreviewDocument, {
    variables: { places: places.map(inputOf) },
    fetchPolicy: "network-only",
  });
  if (error) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (!data) return <p aria-busy="true">{t("close.reading")}</p>;
  const { journals, openings, waiting, unfinishedJournals, unfinished, lessonsWithoutTopic, pupilsWithoutTermMark } = data.closingPreview;
  return (
    <>
      <p>{t("close.touches", { journals })}</p>
      {openings > 0 && <p>{t("close.openings", { count: openings })}</p>}
      {waiting > 0 && <p>{t("close.waiting", { count: waiting })}</p>}
      {unfinishedJournals === 0 ? (
        <p>{t("close.nothingMissing")}</p>
      ) : (
        <details>
          <summary>
            {t("close.missing", { journals: unfinishedJournals, lessons: lessonsWithoutTopic, marks: pupilsWithoutTermMark })}
          </summary>
          <ul className={classes.missing}>
            {unfinished.slice(0, 20).map((journal) => (
              <li key={`${journal.journalId} ${journal.termId}`}>
                <PortalLink href={`/journals/${journal.journalId}?term=${journal.termId}`} target="_blank">
                  {`${journal.subject}, ${journal.className}`}
                </PortalLink>
                {` (${journal.teachers.join(", ") || "—"}): ${t("close.missingOf", {
                  lessons: journal.lessonsWithoutTopic,
                  marks: journal.pupilsWithoutTermMark,
                })}`}
              </li>
            ))}
            {unfinishedJournals > 20 && <li>{t("close.andMore", { count: unfinishedJournals - 20 })}</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** Opens closed places until a moment. */
export function OpenDialog({ places, onDone, onClose }: PlacesDialogProps) {
  const t = useTranslations("termLocks");
  const open = useLockAction(OpenTermDocument);
  const until = useUntil();
  const [reason, setReason] = useState("");
  const input = places.map(inputOf);
  return (
    <ActionDialog
      title={t("open.title")}
      no={t("cancel")}
      yes={t("open.yes")}
      wish={`${JSON.stringify(input)} ${until.date} ${until.time} ${reason}`}
      onYes={async (operationId) => {
        await open({ input: { operationId, places: input, until: until.moment(), reason } });
        onDone();
      }}
      onClose={onClose}
    >
      <PlaceNames places={places} />
      <p>{t("open.text")}</p>
      <UntilFields until={until} />
      <Reason label={t("open.reason")} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}

interface LiftDialogProps {
  place: BoardPlace;
  lock: { id: string; version: number };
  onDone: () => void;
  onClose: () => void;
}

/** Takes a lock away that was put by mistake. */
export function LiftDialog({ place, lock, onDone, onClose }: LiftDialogProps) {
  const t = useTranslations("termLocks");
  const lift = useLockAction(LiftTermLockDocument);
  const [reason, setReason] = useState("");
  return (
    <ActionDialog
      title={t("lift.title")}
      no={t("cancel")}
      yes={t("lift.yes")}
      wish={`${lock.id} ${reason}`}
      onYes={async (operationId) => {
        await lift({ input: { operationId, lockId: lock.id, version: lock.version, reason } });
        onDone();
      }}
      onClose={onClose}
    >
      <PlaceNames places={[place]} />
      <p>{t("lift.text")}</p>
      <Reason label={t("lift.reason")} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}

function Reason({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <Textarea
      label={label}
      required
      withAsterisk={false}
      maxLength={500}
      rows={3}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The first places by name, and how many more. */
function PlaceNames({ places }: { places: readonly BoardPlace[] }) {
  const t = useTranslations("termLocks");
  const names = places.slice(0, 6).map(({ term, ofClass, journal }) => {
    const ofTerm = { termKind: term.kind, termNumber: term.number };
    return placeText(t, { ...ofTerm, className: journal?.className ?? ofClass?.label ?? null, subject: journal?.subject ?? null });
  });
  return (
    <p>
      <b>{names.join("; ")}</b>
      {places.length > 6 && ` ${t("close.andMore", { count: places.length - 6 })}`}
    </p>
  );
}
