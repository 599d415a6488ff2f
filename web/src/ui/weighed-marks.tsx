import { useTranslations } from "next-intl";
import classes from "./weighed-marks.module.css";

export interface WeighedRow {
  work: string;
  mark: string;
  weight: string;
  /** It does not count. */
  isQuiet?: boolean;
}

/** What an average is reckoned from: each work with its mark and how much that weighs. */
export function WeighedMarks({ rows }: { rows: readonly WeighedRow[] }) {
  const t = useTranslations("termMark");
  return (
    <table className={classes.marks}>
      <thead>
        <tr>
          <th scope="col">{t("work")}</th>
          <th scope="col">{t("mark")}</th>
          <th scope="col">{t("weight")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ work, mark, weight, isQuiet }, place) => (
          <tr key={place} data-quiet={isQuiet ? "" : undefined}>
            <td>{work}</td>
            <td>{mark}</td>
            <td>{weight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
