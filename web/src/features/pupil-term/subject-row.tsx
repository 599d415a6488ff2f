import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { PupilForecastQuery, PupilTermQuery } from "@/graphql/generated/graphql";
import { forecastText, nextOutlook } from "@/ui/forecast-text";
import { MarkBadge } from "@/ui/mark-badge";
import { formatDayAndMonth } from "@/ui/school-date";
import classes from "./subject-row.module.css";

type Subject = PupilTermQuery["pupilTerm"]["subjects"][number];
type Outlook = PupilForecastQuery["pupilForecast"]["subjects"][number];

interface SubjectRowProps {
  pupilId: string;
  subject: Subject;
  outlook: Outlook | undefined;
}

/** A subject: its marks in order, each with its date, and what the next grade takes; the average; what was given for the term and the year. */
export async function SubjectRow({ pupilId, subject, outlook }: SubjectRowProps) {
  const [t, forecastTexts] = await Promise.all([getTranslations("diary.term"), getTranslations("forecast")]);
  const next = outlook && nextOutlook(outlook);
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
              <MarkOfDay key={index} pupilId={pupilId} mark={mark} />
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
      </td>
      <td data-label={t("termMark")} className={classes.figure}>
        {subject.termMark ? <MarkBadge value={subject.termMark} /> : "—"}
        {subject.termMarkReason && <span className={classes.quiet}>{t("reason", { reason: subject.termMarkReason })}</span>}
      </td>
      <td data-label={t("yearMark")} className={classes.figure}>
        {subject.yearMark ? <MarkBadge value={subject.yearMark} /> : "—"}
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

/** Opens the week of the mark, where its work and comment are written out: a phone has no title to point at. */
async function MarkOfDay({ pupilId, mark }: { pupilId: string; mark: Subject["marks"][number] }) {
  const words = await getTranslations("words");
  const work = mark.title ?? words(`workKind.${mark.kind}`);
  return (
    <li>
      <PortalLink
        href={`/diary/${pupilId}?week=${mark.date}`}
        className={classes.mark}
        title={[work, mark.topic, mark.comment].filter(Boolean).join(" · ")}
      >
        <MarkBadge value={mark.value} />
        <span className={classes.date}>{formatDayAndMonth(mark.date)}</span>
        <span className={classes.spoken}>{work}</span>
      </PortalLink>
    </li>
  );
}
