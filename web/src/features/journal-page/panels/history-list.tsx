import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LessonHistoryQuery } from "@/graphql/generated/graphql";
import { formatDate } from "@/ui/school-date";
import { ATTENDANCE_LETTERS, markText, type AttendanceKind, type MarkValue } from "../cells/cell-value";
import type { PageAssessment } from "../page/page-model";
import classes from "./history-list.module.css";

type Told = LessonHistoryQuery["lessonHistory"]["nodes"][number];
/** Of a difference between two moments it is not told whether a change was late. */
type HistoryEntry = Omit<Told, "__typename" | "isLate"> & Partial<Pick<Told, "isLate">>;
type Change = HistoryEntry["changes"][number];

interface HistoryListProps {
  entries: readonly HistoryEntry[];
  /** The columns of the page, which marks belong to. */
  works: readonly PageAssessment[];
  showsPupils: boolean;
  /** What else is to be said of an entry. */
  children?: (id: string) => ReactNode;
}

/** Changes newest first: when, who, what, from what, to what. */
export function HistoryList({ entries, works, showsPupils, children }: HistoryListProps) {
  const t = useTranslations("journalPanels");
  const workOf = (assessmentId: string | null) => works.find(({ id }) => id === assessmentId);
  return (
    <ol className={classes.list}>
      {entries.map(({ id, at, actor, thing, pupil, assessmentId, isLate, changes }) => (
        <li key={id} className={classes.entry}>
          <p className={classes.what}>
            {t(`history.thing.${thing}`)}
            <WorkName work={workOf(assessmentId)} />
            {showsPupils && pupil && ` · ${pupil}`}
          </p>
          <ul className={classes.changes}>
            {changes.map((change) => (
              <ChangeLine key={change.field} change={change} />
            ))}
          </ul>
          <p className={classes.who}>
            <time dateTime={at}>{moment(at)}</time> · {actor ?? t("history.somebody")}
            {isLate && ` · ${t("history.late")}`}
          </p>
          {children?.(id)}
        </li>
      ))}
    </ol>
  );
}

function WorkName({ work }: { work: PageAssessment | undefined }) {
  const words = useTranslations("words");
  return work ? `: ${words(`workKind.${work.kind}`)}` : null;
}

function ChangeLine({ change: { field, from, to } }: { change: Change }) {
  const t = useTranslations("journalPanels");
  const valueOf = useValueText();
  const key = `history.field.${field}` as Parameters<typeof t>[0];
  return (
    <li>
      <span className={classes.field}>{t.has(key) ? t(key) : field}</span>
      <span className={classes.from}>{valueOf(field, from)}</span>
      <span aria-hidden="true">→</span>
      <b>{valueOf(field, to)}</b>
    </li>
  );
}

/** Values as the portal writes them: letters for absences, dates by day, names for what the API names by a code. */
function useValueText(): (field: string, value: string | null) => string {
  const t = useTranslations("journalPanels");
  const words = useTranslations("words");
  return (field, value) => {
    if (value === null || value === "") return t("history.nothing");
    if (value === "true" || value === "false") return t(value === "true" ? "history.yes" : "history.no");
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
    if (value === "PASS" || value === "FAIL") return markText(value as MarkValue);
    if (value === "DEBT") return words("debt");
    const scale = `workScale.${value}` as Parameters<typeof words>[0];
    if (field === "scale" && words.has(scale)) return words(scale);
    if (field === "points" || field === "maxPoints") return value.replace(".", ",");
    if (value in ATTENDANCE_LETTERS) return ATTENDANCE_LETTERS[value as AttendanceKind];
    const status = `lessonStatus.${value}` as Parameters<typeof words>[0];
    const kind = `workKind.${value}` as Parameters<typeof words>[0];
    if (field === "status" && words.has(status)) return words(status);
    return field === "kind" && words.has(kind) ? words(kind) : value;
  };
}

/** `дд.мм.гггг чч:мм` by the reader's clock. */
function moment(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
