import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { PupilForecastQuery, PupilTermQuery } from "@/graphql/generated/graphql";
import { forecastText, nextOutlook } from "@/ui/forecast-text";
import { MarkBadge } from "@/ui/mark-badge";
import { markWords } from "@/ui/mark-words";
import { formatDate, formatDayAndMonth } from "@/ui/school-date";
import type { FrameMark } from "./framed-mark";
import classes from "./subject-row.module.css";

type Subject = PupilTermQuery["pupilTerm"]["subjects"][number];
type Outlook = PupilForecastQuery["pupilForecast"]["subjects"][number];

interface SubjectRowProps {
  pupilId: string;
  subject: Subject;
  outlook: Outlook | undefined;
  term: { id: string; name: string };
  /** The term is shown as it stands now, so that it can be told how its marks come out. */
  isNow: boolean;
  frameMark: FrameMark | undefined;
}

/** A subject: its marks in order, each with its date, and what the next grade takes; the average; what was given for the term and the year. */
export async function SubjectRow({ pupilId, subject, outlook, term, isNow, frameMark }: SubjectRowProps) {
  const [t, forecastTexts] = await Promise.all([getTranslations("diary.term"), getTranslations("forecast")]);
  const told = await Promise.all(subject.marks.map((mark) => markWords(mark, subject.marks)));
  const next = outlook && nextOutlook(outlook);
  const { termMark, termMarkId, yearMark, yearMarkId } = subject;
  return (
    <tr className={classes.row}>
      <th scope="row" className={classes.subject}>
        {subject.subject}
        <span className={classes.quiet}>{subject.teachers.join(", ")}</span>
      </th>
      <td>
        {subject.marks.length > 0 ? (
          <ul className={classes.marks}>
            {subject.marks.map((mark, index) => (
              <MarkOfDay
                key={mark.id}
                pupilId={pupilId}
                subject={subject.subject}
                mark={mark}
                told={told[index] ?? []}
                frameMark={frameMark}
              />
            ))}
          </ul>
        ) : (
          <span className={classes.quiet}>{t("noMarks")}</span>
        )}
        {outlook && next && <p className={classes.forecast}>{forecastText(forecastTexts, next, outlook)}</p>}
      </td>
      <td data-label={t("average")} className={classes.figure}>
        {subject.average?.replace(".", ",") ?? "—"}
        {subject.suggestion && !subject.termMark && subject.marks.length > 0 && (
          <span className={classes.quiet}>{t(`suggestedBy.${subject.suggestion.cause}`, wordsOf(subject.suggestion))}</span>
        )}
        {isNow && subject.suggestion && (subject.marks.length > 0 || termMark) && (
          <PortalLink
            href={`/diary/${pupilId}/term/${subject.explainedIn}?term=${term.id}`}
            className={classes.explain}
            aria-label={t("explainOf", { subject: subject.subject })}
            data-print-hidden
          >
            {t("explain")}
          </PortalLink>
        )}
      </td>
      <td data-label={t("termMark")} className={classes.figure}>
        {termMark ? <LongMark id={termMarkId} value={termMark} name={term.name} subject={subject.subject} frameMark={frameMark} /> : "—"}
        {subject.termMarkReason && <span className={classes.quiet}>{t("reason", { reason: subject.termMarkReason })}</span>}
      </td>
      <td data-label={t("yearMark")} className={classes.figure}>
        {yearMark ? (
          <LongMark id={yearMarkId} value={yearMark} name={t("yearMark")} subject={subject.subject} frameMark={frameMark} />
        ) : (
          "—"
        )}
        {subject.examMark && <span className={classes.quiet}>{t("exam", { mark: subject.examMark })}</span>}
        {subject.finalMark && <span className={classes.quiet}>{t("final", { mark: subject.finalMark })}</span>}
      </td>
    </tr>
  );
}

/** What the cause of a suggestion is told with. */
function wordsOf({ value, markCount, leastMarks, missedLessons, heldLessons }: NonNullable<Subject["suggestion"]>) {
  return { mark: value, count: Math.floor(markCount), least: leastMarks, missed: missedLessons, held: heldLessons };
}

interface MarkOfDayProps {
  pupilId: string;
  subject: string;
  mark: Subject["marks"][number];
  /** That it was corrected, its points, until when a debt runs. */
  told: string[];
  frameMark: FrameMark | undefined;
}

/** Opens the details of the mark, or its week, where its work and comment are written out: a phone has no title to point at. */
async function MarkOfDay({ pupilId, subject, mark, told, frameMark }: MarkOfDayProps) {
  const words = await getTranslations("words");
  const work = mark.title ?? words(`workKind.${mark.kind}`);
  const { id: markId, value, comment, date } = mark;
  const content = (
    <>
      <MarkBadge value={value} />
      <span className={classes.date}>{formatDayAndMonth(date)}</span>
      <span className={classes.spoken}>{[work, ...told].join(", ")}</span>
    </>
  );
  const name = [`${work}, ${formatDate(date)}`, ...told, mark.topic].filter(Boolean).join(" · ");
  return (
    <li data-retake={mark.attempt > 1 || undefined}>
      {frameMark ? (
        frameMark({ markId, value, subject, name, comment, date }, <span className={classes.mark}>{content}</span>)
      ) : (
        <PortalLink
          href={`/diary/${pupilId}?week=${date}`}
          className={classes.mark}
          title={[work, ...told, mark.topic, comment].filter(Boolean).join(" · ")}
        >
          {content}
        </PortalLink>
      )}
    </li>
  );
}

interface LongMarkProps {
  id: string | null;
  value: string;
  name: string;
  subject: string;
  frameMark: FrameMark | undefined;
}

/** The mark of the term or the year. */
function LongMark({ id, value, name, subject, frameMark }: LongMarkProps) {
  const badge = <MarkBadge value={value} />;
  return frameMark && id ? frameMark({ termMarkId: id, value, subject, name }, badge) : badge;
}
