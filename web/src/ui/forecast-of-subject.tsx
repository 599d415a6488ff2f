import { useTranslations } from "next-intl";
import classes from "./forecast-of-subject.module.css";
import { forecastText, sameGradeText, type SubjectOutlook } from "./forecast-text";

interface ForecastOfSubjectProps {
  subject: SubjectOutlook & { subject: string; average?: string | null; termMark?: string | null };
}

/** A subject with what each better grade of the term still takes, one line a grade. */
export function ForecastOfSubject({ subject }: ForecastOfSubjectProps) {
  const t = useTranslations("forecast");
  const { average, suggestion, lessonsLeft, grades, termMark } = subject;
  const state = termMark
    ? [t("given", { value: termMark })]
    : [
        t("now", { value: suggestion.value }),
        average && t("average", { average: average.replace(".", ",") }),
        t("lessonsLeft", { count: lessonsLeft }),
      ];
  const lines = [...new Set(grades.map((grade) => [forecastText(t, grade, subject), sameGradeText(t, grade)].filter(Boolean).join(", ")))];
  const isBest = lines.length === 0 && !termMark && suggestion.value === "5";
  return (
    <li className={classes.subject}>
      <div className={classes.head}>
        <strong>{subject.subject}</strong>
        <span className={classes.state}>{state.filter(Boolean).join(" · ")}</span>
      </div>
      <ul className={classes.grades}>
        {(isBest ? [t("best")] : lines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </li>
  );
}
