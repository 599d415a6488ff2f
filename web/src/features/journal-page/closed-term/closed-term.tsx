import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconLock, IconLockOpen } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Suspense, useEffect, useRef, useState } from "react";
import { BrowserClient } from "@/graphql/browser-client";
import { JournalTermLockDocument, WithdrawRequestDocument, type JournalTermLockQuery } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { onDemand, TextsOnDemand } from "@/messages/texts-on-demand";
import { ActionDialog } from "@/ui/action-dialog";
import { InlineError } from "@/ui/inline-error";
import { formatDate } from "@/ui/school-date";
import { useSchoolClock } from "@/ui/use-school-clock";
import { markedCells, type MarkedCells } from "../cells/marked-cells";
import type { PageModel } from "../page/page-model";
import classes from "./closed-term.module.css";
import { RequestDialog } from "./request-dialog";

interface ClosedTermProps {
  page: PageModel;
  /** Nothing that was typed waits to be sent: what is told of late entries is told anew. */
  isSaved: boolean;
  /** The cells that were written after the term was closed. */
  onLate: (cells: MarkedCells) => void;
}

const closedTermTexts = onDemand(async (locale) => ({
  closedTerm: (locale === "en" ? await import("@/messages/en/closed-term.json") : await import("@/messages/ru/closed-term.json")).default,
}));

/** Why nothing can be written, the way to ask for it, what became of the request, and what was written late. */
export function ClosedTerm(props: ClosedTermProps) {
  return (
    <BrowserClient>
      <Suspense>
        <TextsOnDemand texts={closedTermTexts}>
          <Note {...props} />
        </TextsOnDemand>
      </Suspense>
    </BrowserClient>
  );
}

type Lock = JournalTermLockQuery["journalTermLock"];

function Note({ page, isSaved, onLate }: ClosedTermProps) {
  const t = useTranslations("closedTerm");
  const { moment } = useSchoolClock();
  const { lessons, pupils, assessments } = page;
  const { journalId, term } = page.title;
  const termId = term.id;
  const [asks, setAsks] = useState<"REQUEST" | "WITHDRAW" | null>(null);
  const { data, error, refetch } = useQuery(JournalTermLockDocument, {
    variables: { journalId, termId },
    fetchPolicy: "cache-and-network",
  });
  const lateCells = data?.journalTermLock.lateCells;
  useEffect(() => {
    if (lateCells) onLate(markedCells(lateCells, assessments));
  }, [lateCells, assessments, onLate]);
  const wasSaved = useRef(isSaved);
  useEffect(() => {
    if (isSaved && !wasSaved.current) void refetch();
    wasSaved.current = isSaved;
  }, [isSaved, refetch]);
  if (!data) return error ? <InlineError error={error} onRetry={() => void refetch()} /> : null;
  const { isClosed, openUntil, yearIsClosed, mayAsk, request, late } = data.journalTermLock;
  const waits = request?.state === "WAITING";
  const Sign = isClosed ? IconLock : IconLockOpen;
  return (
    <section className={classes.note} aria-label={t("label")} data-open={!isClosed || undefined}>
      <Sign size={20} stroke={1.7} aria-hidden />
      <div className={classes.words}>
        <p>{yearIsClosed ? t("yearIsClosed") : openUntil ? t("openUntil", { at: moment(openUntil) }) : t("closed")}</p>
        {request && <RequestWords request={request} />}
        {late.length > 0 && <LateEntries late={late} />}
      </div>
      {mayAsk && isClosed && !yearIsClosed && (
        <Button size="xs" variant={waits ? "default" : "filled"} onClick={() => setAsks(waits ? "WITHDRAW" : "REQUEST")}>
          {t(waits ? "withdraw" : "ask")}
        </Button>
      )}
      {asks === "REQUEST" && (
        <RequestDialog
          journalId={journalId}
          termId={termId}
          lessons={lessons}
          pupils={pupils}
          onAsked={() => refetch()}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === "WITHDRAW" && request && <WithdrawDialog request={request} onClose={() => setAsks(null)} />}
    </section>
  );
}

function RequestWords({ request }: { request: NonNullable<Lock["request"]> }) {
  const t = useTranslations("closedTerm");
  const { moment } = useSchoolClock();
  const { state, correction, requestedAt, answer, answeredBy, answeredAt, openUntil } = request;
  if (state === "WITHDRAWN") return null;
  const at = moment(answeredAt ?? requestedAt);
  return (
    <p role="status" className={classes.request}>
      {state === "WAITING" && t("waiting", { at, correction })}
      {state === "REFUSED" && t("refused", { at, name: answeredBy ?? "" })}
      {state === "GRANTED" && t("granted", { at, name: answeredBy ?? "", until: openUntil ? moment(openUntil) : "" })}
      {answer && ` «${answer}»`}
    </p>
  );
}

function LateEntries({ late }: { late: Lock["late"] }) {
  const t = useTranslations("closedTerm");
  const { moment } = useSchoolClock();
  return (
    <details className={classes.late}>
      <summary>{t("late", { count: late.length })}</summary>
      <ul>
        {late.map(({ id, thing, at, actor, lessonDate, pupil }) => (
          <li key={id}>
            {[t(`thing.${thing}`), lessonDate && t("lessonOf", { date: formatDate(lessonDate) }), pupil].filter(Boolean).join(", ")}
            {` — ${moment(at)}, ${actor ?? ""}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function WithdrawDialog({ request: { id, version, correction }, onClose }: { request: NonNullable<Lock["request"]>; onClose: () => void }) {
  const t = useTranslations("closedTerm");
  const { accountId } = useViewer();
  const [withdraw] = useMutation(WithdrawRequestDocument, { context: inNameOf(accountId) });
  return (
    <ActionDialog
      title={t("withdrawTitle")}
      yes={t("withdraw")}
      no={t("cancel")}
      wish={id}
      onYes={async (operationId) => {
        await withdraw({ variables: { input: { operationId, requestId: id, version } } });
      }}
      onClose={onClose}
    >
      <p>{correction}</p>
    </ActionDialog>
  );
}
