import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PupilForecastDocument, PupilTermDocument, type PupilForecastQuery, type PupilTermQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { OpenDebts } from "@/ui/open-debts";
import { formatDate } from "@/ui/school-date";
import { instantOf, type SchoolMoment } from "@/ui/school-moment";
import { ForecastPanel } from "./forecast-panel";
import type { FrameMark } from "./framed-mark";
import classes from "./pupil-term-page.module.css";
import { SubjectRow } from "./subject-row";

type Term = PupilTermQuery["pupilTerm"];
type Forecast = PupilForecastQuery["pupilForecast"];

interface PupilTermPageProps {
  pupilId: string;
  termId: string | undefined;
  frameMark?: FrameMark;
  /** Beside the terms: ways to other pages about the marks. */
  ways?: ReactNode;
  /** The moment at which the term is shown; null: now. */
  at: SchoolMoment | null;
}

/** One pupil's marks of a term by subject. Without `termId`: the term of today, or of the moment's day. What is ahead is told of now alone. */
export async function PupilTermPage({ pupilId, termId, at, frameMark, ways }: PupilTermPageProps) {
  const asked = { pupilId, termId: termId ?? null };
  const viewer = await requireViewer();
  const instant = at && instantOf(at, viewer.school.timeZone);
  const [{ data, problem }, forecast] = await Promise.all([
    readForPage(PupilTermDocument, { ...asked, at: instant }),
    at ? null : readForPage(PupilForecastDocument, asked),
  ]);
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("diary.term");
  const { pupilName, classLabel, term, terms, subjects } = data.pupilTerm;
  const name = ({ kind, number }: { kind: Term["term"]["kind"]; number: number }) => t(kind, { number });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {name(term)}
          </Title>
          <Text c="dimmed">
            {[pupilName, classLabel, t("dates", { from: formatDate(term.startsOn), to: formatDate(term.endsOn) })]
              .filter(Boolean)
              .join(", ")}
          </Text>
        </div>
        <nav className={classes.terms} aria-label={t("terms")} data-print-hidden>
          {terms.map((one) => (
            <LinkButton
              key={one.id}
              href={`/diary/${pupilId}/term?term=${one.id}${at ? `&at=${at}` : ""}`}
              variant={one.id === term.id ? "light" : "default"}
              size="sm"
              aria-current={one.id === term.id ? "page" : undefined}
            >
              {name(one)}
            </LinkButton>
          ))}
          {ways}
        </nav>
      </div>
      <Missed term={data.pupilTerm} />
      <OpenDebts debts={debtsOf(subjects)} today={at?.slice(0, 10) ?? viewer.today} />
      {subjects.length > 0 ? (
        <>
          <Subjects
            pupilId={pupilId}
            subjects={subjects}
            forecast={forecast?.data?.pupilForecast}
            term={{ id: term.id, name: name(term) }}
            isNow={at === null}
            frameMark={frameMark}
          />
          <ForecastPanel forecast={forecast?.data?.pupilForecast} />
        </>
      ) : (
        <EmptyState title={t("emptyTitle")} text={t("emptyText")} />
      )}
    </div>
  );
}

/** What is still to be handed in of the term, what is due first before the others. */
function debtsOf(subjects: Term["subjects"]) {
  const debts = subjects.flatMap(({ subject, marks }) =>
    marks.flatMap(({ kind, title, date, debtUntil }) => (debtUntil === null ? [] : { subject, kind, title, date, until: debtUntil })),
  );
  return debts.sort((one, other) => (one.until < other.until ? -1 : 1));
}

async function Missed({ term }: { term: Term }) {
  const t = await getTranslations("diary.term");
  const parts = [
    t("missedLessons", { count: term.missedLessons }),
    term.missedBySickness > 0 && t("missedBySickness", { count: term.missedBySickness }),
    term.lateCount > 0 && t("late", { count: term.lateCount }),
  ];
  return <p className={classes.missed}>{parts.filter(Boolean).join(", ")}</p>;
}

interface SubjectsProps {
  pupilId: string;
  subjects: Term["subjects"];
  forecast: Forecast | undefined;
  term: { id: string; name: string };
  isNow: boolean;
  frameMark: FrameMark | undefined;
}

async function Subjects({ subjects, forecast, ...ofRows }: SubjectsProps) {
  const t = await getTranslations("diary.term");
  const outlooks = new Map(forecast?.subjects.map((subject) => [subject.journalId, subject]));
  return (
    <table className={classes.subjects}>
      <thead>
        <tr>
          <th scope="col">{t("subject")}</th>
          <th scope="col">{t("marks")}</th>
          <th scope="col">{t("average")}</th>
          <th scope="col">{t("termMark")}</th>
          <th scope="col">{t("yearMark")}</th>
        </tr>
      </thead>
      <tbody>
        {subjects.map((subject) => (
          <SubjectRow key={subject.journalId} subject={subject} outlook={outlooks.get(subject.journalId)} {...ofRows} />
        ))}
      </tbody>
    </table>
  );
}
