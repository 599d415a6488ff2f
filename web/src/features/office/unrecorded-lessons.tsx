import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { OfficeQuery } from "@/graphql/generated/graphql";
import { Panel } from "@/ui/panel";
import classes from "./unrecorded-lessons.module.css";

type Teachers = OfficeQuery["schoolOverview"]["unrecorded"];

/** Who has lessons of the last week still to record; the longest debt first. */
export async function UnrecordedLessons({ teachers }: { teachers: Teachers }) {
  const t = await getTranslations("office");
  if (teachers.length === 0) {
    return (
      <Panel title={t("unrecordedTitle")}>
        <strong>{t("allRecordedTitle")}</strong>
        <p className={classes.none}>{t("allRecordedText")}</p>
      </Panel>
    );
  }
  const sorted = teachers.toSorted((a, b) => b.count - a.count);
  const rest = sorted.slice(SHOWN_AT_ONCE);
  return (
    <Panel title={t("unrecordedTitle")}>
      <TeacherTable teachers={sorted.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary className={classes.rest}>{t("rest", { count: rest.length })}</summary>
          <TeacherTable teachers={rest} />
        </details>
      )}
    </Panel>
  );
}

const SHOWN_AT_ONCE = 12;

async function TeacherTable({ teachers }: { teachers: Teachers }) {
  const t = await getTranslations("office");
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("teacher")}</th>
          <th scope="col" className={classes.count}>
            {t("lessons")}
          </th>
        </tr>
      </thead>
      <tbody>
        {teachers.map(({ staffId, name, count }) => (
          <tr key={staffId}>
            <td>
              <PortalLink
                href={`/journals?search=${encodeURIComponent(name.split(" ")[0] ?? name)}`}
                aria-label={t("openJournals", { name })}
              >
                {name}
              </PortalLink>
            </td>
            <td className={classes.count}>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
