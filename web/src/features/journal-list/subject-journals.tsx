import { useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import { shortName } from "@/ui/person-name";
import { Tag } from "@/ui/tag";
import classes from "./journal-list.module.css";
import { journalTitle, type ListedJournal } from "./journal-selection";

/** One subject with its journals, one a class or group. */
export function SubjectJournals({ name, journals }: { name: string; journals: ListedJournal[] }) {
  return (
    <section className={classes.row}>
      <h2 className={classes.subject}>{name}</h2>
      <ul className={classes.journals}>
        {journals.map((journal) => (
          <JournalCard key={journal.id} journal={journal} />
        ))}
      </ul>
    </section>
  );
}

function JournalCard({ journal }: { journal: ListedJournal }) {
  const t = useTranslations("journalList");
  const { id, kind, weeklyHours, teachers } = journal;
  return (
    <li>
      <PortalLink href={`/journals/${id}`} className={classes.card}>
        <span className={classes.cardHead}>
          <span className={classes.className}>{journalTitle(journal)}</span>
          {weeklyHours > 0 && <span className={classes.cardText}>{t("weeklyHours", { hours: weeklyHours })}</span>}
        </span>
        <span className={classes.cardText}>{teachers.length > 0 ? teachers.map(shortName).join(", ") : t("noTeacher")}</span>
        {kind !== "CLASS" && kind !== "GROUP" && <Tag tone="quiet">{t(`kind.${kind}`)}</Tag>}
      </PortalLink>
    </li>
  );
}
