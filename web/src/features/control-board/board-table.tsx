import { getTranslations } from "next-intl/server";
import { DataTable } from "@/ui/data-table";
import { PortalLink } from "@/ui/portal-link";
import { formatDayAndMonth } from "@/ui/school-date";
import { addressOf, type Chosen } from "./board-address";
import type { Board } from "./board-page";
import classes from "./board-page.module.css";

type JournalWorks = Board["controlWorks"]["nodes"][number];

/** A row a journal; each work that is not done is a link to where its marks and resits are. */
export async function BoardTable({ journals, chosen }: { journals: readonly JournalWorks[]; chosen: Chosen }) {
  const t = await getTranslations("controlBoard");
  const columns = [
    t("journal"),
    t("teacher"),
    t("plannedColumn"),
    t("heldColumn"),
    t("incompleteColumn"),
    t("resitsColumn"),
    t("leftColumn"),
  ];
  return (
    <DataTable
      label={t("controlWorks")}
      columns={columns}
      rows={journals.map(({ journalId, subject, className, teacherId, teacher, counts, works }) => ({
        id: journalId,
        cells: [
          <PortalLink key="journal" href={`/journals/${journalId}`}>
            {className} · {subject}
          </PortalLink>,
          teacherId ? (
            <PortalLink
              key="teacher"
              href={addressOf({ ...chosen, teacher: teacherId, after: null })}
              aria-label={t("onlyOf", { name: teacher ?? "" })}
            >
              {teacher}
            </PortalLink>
          ) : (
            "—"
          ),
          counts.notHeld > 0 ? t("plannedAndNotHeld", { planned: counts.planned, notHeld: counts.notHeld }) : counts.planned,
          counts.held,
          counts.incomplete,
          counts.overdue > 0 ? t("resitsAndOverdue", { resits: counts.resits, overdue: counts.overdue }) : counts.resits,
          works.length === 0 ? "—" : <OpenWorks key="works" journalId={journalId} works={works} />,
        ],
      }))}
    />
  );
}

async function OpenWorks({ journalId, works }: { journalId: string; works: JournalWorks["works"] }) {
  const t = await getTranslations("controlBoard");
  return (
    <ul className={classes.works}>
      {works.map(({ assessmentId, date, title, lacking, absent, overdue }) => (
        <li key={assessmentId} data-bad={lacking > 0 || overdue > 0 || undefined}>
          <PortalLink href={`/journals/${journalId}/works/${assessmentId}`}>
            {formatDayAndMonth(date)}
            {title && ` ${title}`}
          </PortalLink>
          {": "}
          {[
            lacking > 0 && t("lacking", { count: lacking }),
            absent > 0 && t("owed", { count: absent }),
            overdue > 0 && t("overdueOf", { count: overdue }),
          ]
            .filter(Boolean)
            .join(", ")}
        </li>
      ))}
    </ul>
  );
}
