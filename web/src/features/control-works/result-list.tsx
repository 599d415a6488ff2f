import { getTranslations } from "next-intl/server";
import { formatDate } from "@/ui/school-date";
import type { ControlWork } from "./work-page";
import classes from "./result-list.module.css";

/** Everybody of the list on that day with the result, or with why there is none. */
export async function ResultList({ pupils }: { pupils: ControlWork["pupils"] }) {
  const [t, words] = await Promise.all([getTranslations("controlWorks"), getTranslations("words")]);
  return (
    <table className={classes.list}>
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("pupil")}</th>
          <th scope="col">{t("mark")}</th>
          <th scope="col">{t("note")}</th>
        </tr>
      </thead>
      <tbody>
        {pupils.map((pupil, index) => (
          <tr key={pupil.pupilId}>
            <td>{index + 1}</td>
            <th scope="row">{pupil.name}</th>
            <td className={classes.mark}>{markOf(pupil.value)}</td>
            <td>{noteOf(pupil)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function markOf(value: string | null): string {
    if (value === "PASS" || value === "FAIL") return t(value === "PASS" ? "passedMark" : "failedMark");
    return value ?? "—";
  }

  function noteOf({ owed, attendance, resit, isOverdue }: ControlWork["pupils"][number]): string {
    const absence = attendance ? words(`attendance.${attendance}`) : null;
    const day = resit ? t(isOverdue ? "resitWasOn" : "resitOn", { date: formatDate(resit.plannedOn) }) : null;
    const state = owed === "MARKED" || owed === "RELEASED" ? null : t(`owed.${owed}`);
    return [absence, day ?? state].filter(Boolean).join("; ");
  }
}
