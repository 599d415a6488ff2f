"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  EndOpeningDocument,
  TermOpeningsDocument,
  type OpeningOfTermFragment,
  type TermOpeningsQuery,
  type TermOpeningsQueryVariables,
} from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { ActionDialog } from "@/ui/action-dialog";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { Tag } from "@/ui/tag";
import { useSchoolClock } from "@/ui/use-school-clock";
import { openingsInForce } from "./page-variables";
import { placeText } from "./place-text";
import classes from "./term-locks.module.css";
import { useLockAction } from "./use-lock-action";

interface OpeningListProps {
  seed: Seed<TermOpeningsQuery, TermOpeningsQueryVariables>;
  mayChange: boolean;
}

/** What is opened now, and what was. */
export function OpeningList({ seed, mayChange }: OpeningListProps) {
  const t = useTranslations("termLocks");
  const [inForce, setInForce] = useState(true);
  const [ending, setEnding] = useState<OpeningOfTermFragment | null>(null);
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(TermOpeningsDocument, seed, openingsInForce(inForce));
  const found = shown?.termOpenings;
  return (
    <Panel title={t("openings.title")}>
      <div className={classes.which} role="group" aria-label={t("openings.which")}>
        {[true, false].map((other) => (
          <button key={String(other)} type="button" aria-pressed={other === inForce} onClick={() => setInForce(other)}>
            {t(other ? "openings.inForce" : "openings.over")}
          </button>
        ))}
      </div>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {found?.nodes.length === 0 && <p className={classes.none}>{t(inForce ? "openings.noneInForce" : "openings.noneOver")}</p>}
      <ul className={classes.rows} aria-busy={loading}>
        {found?.nodes.map((opening) => (
          <OpeningRow
            key={opening.id}
            opening={opening}
            onEnd={mayChange && opening.state === "IN_FORCE" ? () => setEnding(opening) : null}
          />
        ))}
      </ul>
      {found?.pageInfo.hasNextPage && (
        <Button variant="default" loading={loading} onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}>
          {t("more")}
        </Button>
      )}
      {ending && <EndDialog opening={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function OpeningRow({ opening, onEnd }: { opening: OpeningOfTermFragment; onEnd: (() => void) | null }) {
  const t = useTranslations("termLocks");
  const { moment } = useSchoolClock();
  const { place, state, openedAt, openedBy, openedUntil, reason, endedAt, endedBy, lateEntries } = opening;
  return (
    <li className={classes.row}>
      <p className={classes.head}>
        <span>{placeText(t, place)}</span>
        <Tag tone={state === "IN_FORCE" ? "accent" : "quiet"}>{t(`openings.state.${state}`, { at: moment(endedAt ?? openedUntil) })}</Tag>
      </p>
      <p className={classes.quiet}>
        {t("openings.by", { name: openedBy ?? "—", at: moment(openedAt) })}
        {endedBy && `, ${t("openings.endedBy", { name: endedBy })}`}
        {` · ${t("openings.late", { count: lateEntries })}`}
      </p>
      <p className={classes.words}>{reason}</p>
      {onEnd && (
        <Button size="xs" variant="default" onClick={onEnd}>
          {t("openings.end")}
        </Button>
      )}
    </li>
  );
}

function EndDialog({ opening, onClose }: { opening: OpeningOfTermFragment; onClose: () => void }) {
  const t = useTranslations("termLocks");
  const end = useLockAction(EndOpeningDocument);
  return (
    <ActionDialog
      title={t("openings.endTitle")}
      no={t("cancel")}
      yes={t("openings.end")}
      wish={opening.id}
      onYes={(operationId) => end({ input: { operationId, openingId: opening.id, version: opening.version } })}
      onClose={onClose}
    >
      <p>{placeText(t, opening.place)}</p>
      <p>{t("openings.endText")}</p>
    </ActionDialog>
  );
}
