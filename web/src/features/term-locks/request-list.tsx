"use client";

import { Button, Group, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  AnswerOpeningDocument,
  OpeningRequestsDocument,
  type OpeningRequestsQuery,
  type OpeningRequestsQueryVariables,
  type RequestOfTeacherFragment,
} from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { ActionDialog } from "@/ui/action-dialog";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import { useSchoolClock } from "@/ui/use-school-clock";
import { waitingRequests } from "./page-variables";
import { placeText } from "./place-text";
import classes from "./term-locks.module.css";
import { UntilFields, useUntil } from "./until-fields";
import { useLockAction } from "./use-lock-action";

interface RequestListProps {
  seed: Seed<OpeningRequestsQuery, OpeningRequestsQueryVariables>;
  mayChange: boolean;
}

/** Teachers' requests: those that wait, the oldest first; or the answered ones. */
export function RequestList({ seed, mayChange }: RequestListProps) {
  const t = useTranslations("termLocks");
  const [waiting, setWaiting] = useState(true);
  const [answered, setAnswered] = useState<{ request: RequestOfTeacherFragment; grant: boolean } | null>(null);
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(OpeningRequestsDocument, seed, waitingRequests(waiting));
  const found = shown?.openingRequests;
  return (
    <Panel title={t("requests.title")}>
      <div className={classes.which} role="group" aria-label={t("requests.which")}>
        {[true, false].map((other) => (
          <button key={String(other)} type="button" aria-pressed={other === waiting} onClick={() => setWaiting(other)}>
            {t(other ? "requests.waiting" : "requests.answered")}
          </button>
        ))}
      </div>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {found?.nodes.length === 0 && <p className={classes.none}>{t(waiting ? "requests.noneWaiting" : "requests.noneAnswered")}</p>}
      <ul className={classes.rows} aria-busy={loading}>
        {found?.nodes.map((request) => (
          <RequestRow
            key={request.id}
            request={request}
            onAnswer={mayChange && request.state === "WAITING" ? (grant) => setAnswered({ request, grant }) : null}
          />
        ))}
      </ul>
      {found?.pageInfo.hasNextPage && (
        <Button variant="default" loading={loading} onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}>
          {t("more")}
        </Button>
      )}
      {answered && <AnswerDialog {...answered} onClose={() => setAnswered(null)} />}
    </Panel>
  );
}

const TONES = { WAITING: "warn", GRANTED: "accent", REFUSED: "bad", WITHDRAWN: "quiet" } as const;

function RequestRow({ request, onAnswer }: { request: RequestOfTeacherFragment; onAnswer: ((grant: boolean) => void) | null }) {
  const t = useTranslations("termLocks");
  const { moment } = useSchoolClock();
  const { place, state, correction, reason, lessonDate, pupil, requestedBy, requestedAt, answer, answeredBy, answeredAt, openUntil } =
    request;
  const about = [lessonDate && t("requests.lesson", { date: formatDate(lessonDate) }), pupil].filter(Boolean).join(" · ");
  return (
    <li className={classes.row}>
      <p className={classes.head}>
        <PortalLink href={`/journals/${place.journalId}?term=${place.termId}`}>{placeText(t, place)}</PortalLink>
        <Tag tone={TONES[state]}>{t(`requests.state.${state}`)}</Tag>
      </p>
      <p className={classes.quiet}>{t("requests.by", { name: requestedBy, at: moment(requestedAt) })}</p>
      {about && <p className={classes.quiet}>{about}</p>}
      <p className={classes.words}>
        <b>{t("requests.correction")}</b> {correction}
      </p>
      <p className={classes.words}>
        <b>{t("requests.reason")}</b> {reason}
      </p>
      {answeredAt && (
        <p className={classes.quiet}>
          {t("requests.answeredBy", { name: answeredBy ?? "", at: moment(answeredAt) })}
          {openUntil && ` ${t("requests.openUntil", { at: moment(openUntil) })}`}
        </p>
      )}
      {answer && <p className={classes.words}>{answer}</p>}
      {onAnswer && (
        <Group gap="xs" mt={6}>
          <Button size="xs" onClick={() => onAnswer(true)}>
            {t("requests.grant")}
          </Button>
          <Button size="xs" variant="default" onClick={() => onAnswer(false)}>
            {t("requests.refuse")}
          </Button>
        </Group>
      )}
    </li>
  );
}

function AnswerDialog({ request, grant, onClose }: { request: RequestOfTeacherFragment; grant: boolean; onClose: () => void }) {
  const t = useTranslations("termLocks");
  const answer = useLockAction(AnswerOpeningDocument);
  const until = useUntil();
  const [words, setWords] = useState("");
  const { id: requestId, version } = request;
  return (
    <ActionDialog
      title={t(grant ? "requests.grantTitle" : "requests.refuseTitle", { name: request.requestedBy })}
      no={t("cancel")}
      yes={t(grant ? "requests.grant" : "requests.refuse")}
      wish={`${until.date} ${until.time} ${words}`}
      onYes={(operationId) =>
        answer({ input: { operationId, requestId, version, answer: words.trim() || null, until: grant ? until.moment() : null } })
      }
      onClose={onClose}
    >
      <p>{placeText(t, request.place)}</p>
      {grant && <UntilFields until={until} />}
      <Textarea
        label={t(grant ? "requests.wordsIfAny" : "requests.words")}
        required={!grant}
        withAsterisk={false}
        maxLength={500}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
