import type { Database, Statement } from "../../kernel/database";
import { Role, seesWholeStructure, type Viewer } from "../../kernel/viewer";
import type { AudienceChoice } from "./audience";

/** Whom the viewer may address: the office everybody, a class teacher the own classes of today; nobody, for all others. */
export function loadAudienceChoices(database: Database, viewer: Viewer): Promise<AudienceChoice[]> {
  const values = [viewer.schoolId, viewer.today, seesWholeStructure(viewer), [...viewer.leads], Object.values(Role)];
  return database.read<AudienceChoice>(viewer.schoolId, CHOICES, values);
}

/** $3 is true for the office, $4 the classes that the viewer leads, $5 the roles. Classes and groups are those of the year of today. */
const CHOICES: Statement = {
  name: "announcement-choices",
  text: `
  WITH year AS (SELECT id FROM academic_year WHERE school_id = $1 AND starts_on <= $2::date ORDER BY starts_on DESC LIMIT 1),
  class AS (SELECT school_class.* FROM school_class JOIN year ON year.id = school_class.academic_year_id
            WHERE school_class.school_id = $1 AND ($3::boolean OR school_class.id = ANY($4::uuid[]))),
  choice AS (
    SELECT 1 AS part, 'SCHOOL' AS kind, NULL::smallint AS grade, NULL::uuid AS class_id, NULL::uuid AS group_id, NULL::text AS role, short_name AS label, 0::bigint AS place
      FROM school WHERE school_id = $1 AND $3::boolean
    UNION ALL SELECT DISTINCT 2, 'GRADE', grade, NULL::uuid, NULL::uuid, NULL::text, grade::text, 0::bigint FROM class WHERE $3::boolean
    UNION ALL SELECT 3, 'CLASS', NULL::smallint, id, NULL::uuid, NULL::text, label, grade FROM class
    UNION ALL SELECT 4, 'GROUP', NULL::smallint, NULL::uuid, study_group.id, NULL::text, study_group.name, 0::bigint
      FROM study_group JOIN year ON year.id = study_group.academic_year_id WHERE study_group.school_id = $1 AND $3::boolean
    UNION ALL SELECT 5, 'ROLE', NULL::smallint, NULL::uuid, NULL::uuid, named.role, named.role, named.place
      FROM unnest($5::text[]) WITH ORDINALITY AS named (role, place) WHERE $3::boolean
  )
  SELECT kind, grade, class_id AS "classId", group_id AS "groupId", role, label,
    kind <> 'ROLE' AS "mayPupils", kind <> 'ROLE' AS "mayGuardians", kind <> 'ROLE' AS "mayStaff"
  FROM choice ORDER BY part, grade, place, label COLLATE "ru-x-icu", class_id, group_id`,
};
