import type { CsvRow } from "./csv-row";
import type { Journals } from "./map-journals";
import type { People } from "./map-people";
import { isPassedOver, isStaff } from "./map-timetable";
import type { Mapping } from "./mapping";

/** One line of substitutions.csv, understood: on this date somebody else gives the lesson. */
export interface MappedSubstitution {
  row: CsvRow;
  journalId: string;
  date: string;
  slot: number;
  staffId: string;
  reason: string;
  orderNumber: string | null;
  orderDate: string | null;
}

/** Maps substitutions.csv; whether there is such a lesson the database knows. */
export function mapSubstitutions({ files, problems }: Mapping, journals: Journals, people: People): MappedSubstitution[] {
  const seen = new Set<string>();
  return files.rows("substitutions.csv").flatMap((row) => {
    const [classId, teacherId, before] = [row.text("classSourcedId"), row.text("teacherSourcedId"), problems.count];
    const journal = journals.get(classId);
    const teacher = people.get(teacherId);
    if (!journal && !isPassedOver(files, classId)) {
      problems.add(
        row.at("classSourcedId"),
        `Журнала «${classId}» (classType = scheduled) нет в classes.csv. Добавьте его или уберите строку.`,
      );
    }
    if (!isStaff(teacher) && !files.isBroken("users.csv", teacherId)) {
      problems.add(row.at("teacherSourcedId"), `Сотрудника «${teacherId}» нет в users.csv. Добавьте его или исправьте ссылку.`);
    }
    const key = [classId, row.text("date"), row.text("slot")].join(" ");
    if (seen.has(key)) problems.add(row.at(), "Замена этого урока указана дважды. Оставьте одну строку.");
    seen.add(key);
    if (problems.count > before || !journal || !teacher) return [];
    const order = { orderNumber: row.optional("orderNumber"), orderDate: row.optional("orderDate") };
    return [
      {
        row,
        journalId: journal.id,
        date: row.text("date"),
        slot: row.integer("slot")!,
        staffId: teacher.id,
        reason: row.text("reason"),
        ...order,
      },
    ];
  });
}
