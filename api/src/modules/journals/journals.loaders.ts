import DataLoader from "dataloader";
import { Any, In } from "typeorm";
import { listLoader, rowLoader } from "../../kernel/batch-loader";
import type { Statement } from "../../kernel/database";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { journalScope } from "../../kernel/viewer-scope";
import { inForce } from "../classes/in-force";
import { SchoolClass } from "../classes/school-class.entity";
import { shortName } from "../people/person-name";
import { Person } from "../people/person.entity";
import { orderByName } from "../people/select-people";
import { Staff } from "../people/staff.entity";
import { Journal } from "./journal.entity";
import { SubjectArea } from "./subject-area.entity";
import { Subject } from "./subject.entity";
import { TeachingLoad } from "./teaching-load.entity";

/** Journals by id; null for one that is not the viewer's to open. */
export function makeJournalLoader(context: RequestContext): DataLoader<string, Journal | null> {
  return rowLoader(
    context,
    (journal) => journal.id,
    (manager, viewer, ids) =>
      manager
        .createQueryBuilder(Journal, "journal")
        .where("journal.schoolId = :schoolId AND journal.id = ANY(:ids)", { schoolId: viewer.schoolId, ids })
        .andWhere(...journalScope(viewer, "journal"))
        .getMany(),
  );
}

/** Subjects by id. */
export function makeSubjectLoader(context: RequestContext): DataLoader<string, Subject | null> {
  return rowLoader(
    context,
    (subject) => subject.id,
    (manager, { schoolId }, ids) => manager.find(Subject, { where: { schoolId, id: Any(ids) } }),
  );
}

/** Subject areas by code. */
export function makeSubjectAreaLoader(context: RequestContext): DataLoader<string, SubjectArea | null> {
  return rowLoader(
    context,
    (area) => area.code,
    (manager, _viewer, codes) => manager.find(SubjectArea, { where: { code: In(codes) } }),
  );
}

/** The load in force of journals, by the teacher's name. */
export function makeLoadOfJournalLoader(context: RequestContext): DataLoader<string, TeachingLoad[]> {
  return listLoader(
    context,
    (load) => load.journalId,
    (manager, { schoolId, today }, journalIds) => {
      const loads = manager
        .createQueryBuilder(TeachingLoad, "load")
        .innerJoin(Journal, "journal", "journal.schoolId = load.schoolId AND journal.id = load.journalId")
        .innerJoinAndMapOne("load.staff", Staff, "staff", "staff.schoolId = load.schoolId AND staff.id = load.staffId")
        .innerJoinAndMapOne("staff.person", Person, "person", "person.schoolId = staff.schoolId AND person.id = staff.id")
        .where("load.schoolId = :schoolId AND load.journalId = ANY(:journalIds)", { schoolId, journalIds });
      return orderByName(inForce(loads, "load", "journal", today)).getMany();
    },
  );
}

/** A class with the journals of the whole class and of the groups that are made of it. */
type ClassWithJournals = SchoolClass & { journals: Journal[] };

/** The journals of classes, in the school's order of subjects; of them only those that the viewer may open. */
export function makeJournalsOfClassLoader(context: RequestContext): DataLoader<string, ClassWithJournals | null> {
  return rowLoader(
    context,
    (schoolClass) => schoolClass.id,
    (manager, viewer, classIds) =>
      manager
        .createQueryBuilder(SchoolClass, "class")
        .innerJoin(JOURNALS_OF_CLASS, "of_class", "of_class.school_id = class.schoolId AND of_class.class_id = class.id")
        .innerJoinAndMapMany(
          "class.journals",
          Journal,
          "journal",
          "journal.schoolId = of_class.school_id AND journal.id = of_class.journal_id",
        )
        .innerJoin(Subject, "subject", "subject.schoolId = journal.schoolId AND subject.id = journal.subjectId")
        .where("class.schoolId = :schoolId AND class.id = ANY(:classIds)", { schoolId: viewer.schoolId, classIds })
        .andWhere(...journalScope(viewer, "journal"))
        .orderBy("subject.sortOrder")
        .addOrderBy("journal.id")
        .getMany() as Promise<ClassWithJournals[]>,
  );
}

const JOURNALS_OF_CLASS = `(
  SELECT school_id, class_id, id AS journal_id FROM journal WHERE class_id IS NOT NULL
  UNION ALL SELECT journal.school_id, study_group_class.class_id, journal.id
  FROM study_group_class JOIN journal ON journal.school_id = study_group_class.school_id AND journal.group_id = study_group_class.group_id)`;

/** Whom journals are of, as a label: the class, the group or the pupil taught alone. */
export function makeClassNameLoader(context: RequestContext): DataLoader<string, string> {
  return new DataLoader(async (journalIds) => {
    const { schoolId } = signedIn(context);
    const rows = await context.database.read<{ id: string; name: string }>(schoolId, CLASS_NAMES, [schoolId, journalIds]);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return journalIds.map((id) => names.get(id) ?? "");
  });
}

const CLASS_NAMES: Statement = {
  name: "journal-class-names",
  text: `SELECT journal.id, COALESCE(school_class.label, study_group.name, ${shortName("person")}) AS name
    FROM journal
    LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
    LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
    LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
    WHERE journal.school_id = $1 AND journal.id = ANY($2::uuid[])`,
};
