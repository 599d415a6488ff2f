import type { Transaction } from "../../kernel/database";
import type { ProblemList } from "./import-report";
import type { RowOf } from "./school-tables";

interface KeptJournal extends Record<string, unknown> {
  id: string;
  owner: "CLASS" | "GROUP" | "PUPIL";
}

const OWNERS = { CLASS: "весь класс", GROUP: "группу", PUPIL: "одного учащегося" };

/** A journal that was kept for a whole class cannot become one of a group, nor back: its marks would lose their pupils. */
export async function refuseSwitchedJournals(
  transaction: Transaction,
  journals: readonly RowOf<"journal">[],
  problems: ProblemList,
): Promise<void> {
  const kept = await transaction.query<KeptJournal>(
    {
      name: "import-kept-journals",
      text: `SELECT id, CASE WHEN class_id IS NOT NULL THEN 'CLASS' WHEN group_id IS NOT NULL THEN 'GROUP' ELSE 'PUPIL' END AS owner
             FROM journal WHERE school_id = $1`,
    },
    [transaction.schoolId],
  );
  const owners = new Map(kept.map(({ id, owner }) => [id, owner]));
  for (const journal of journals) {
    const before = owners.get(journal.id!);
    const now = journal.class_id ? "CLASS" : journal.group_id ? "GROUP" : "PUPIL";
    if (before && before !== now) {
      problems.add(
        { file: "enrollments.csv" },
        `Журнал вёлся на ${OWNERS[before]}, а по этим файлам — на ${OWNERS[now]}. Проверьте, все ли учащиеся класса записаны на этот предмет.`,
      );
    }
  }
}
