import type { Database, Statement } from "../../kernel/database";
import { holds, Role, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { fullName, shortName } from "../people/person-name";
import type { ClassCard, DiaryCard, SchoolCard, ViewerCard } from "./viewer.entity";

/** The viewer as the portal shows it: one statement for the name, the school, the diaries and the classes. */
export async function loadViewerCard(database: Database, viewer: Viewer): Promise<ViewerCard> {
  const values = [viewer.schoolId, [...viewer.diaries], [...viewer.leads], viewer.today, viewer.personId];
  const [row] = await database.read<CardRow>(viewer.schoolId, CARD, values);
  if (!row) throw new Error(`school ${viewer.schoolId} is not there`);
  return {
    accountId: viewer.accountId,
    personId: viewer.personId,
    login: viewer.login,
    roles: [...viewer.roles],
    today: viewer.today,
    mayQueryFreely: mayQueryFreely(viewer),
    ...row,
  };
}

interface CardRow {
  fullName: string;
  shortName: string;
  school: SchoolCard;
  diaries: DiaryCard[];
  leads: ClassCard[];
}

/** The playground and queries of one's own: director, deputy, administrator. */
export function mayQueryFreely(viewer: Viewer): boolean {
  return seesWholeSchool(viewer) || holds(viewer, Role.ADMINISTRATOR);
}

const CARD: Statement = {
  name: "viewer-card",
  text: `
  SELECT me."fullName", me."shortName", json_build_object('id', school.school_id, 'shortName', school.short_name, 'fullName', school.full_name, 'timeZone', school.time_zone) AS school,
    (SELECT COALESCE(json_agg(json_build_object('pupilId', person.id, 'fullName', concat_ws(' ', person.surname, person.given_name, person.patronymic),
              'shortName', person.given_name, 'classLabel', school_class.label) ORDER BY school_class.grade DESC NULLS LAST, person.given_name), '[]')
       FROM person
       LEFT JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = person.id
         AND enrolment.valid_from <= $4::date AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $4::date)
       LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
       WHERE person.school_id = $1 AND person.id = ANY($2::uuid[])) AS diaries,
    (SELECT COALESCE(json_agg(json_build_object('id', school_class.id, 'label', school_class.label) ORDER BY school_class.grade, school_class.label), '[]')
       FROM school_class WHERE school_class.school_id = $1 AND school_class.id = ANY($3::uuid[])) AS leads
  FROM school
  JOIN (SELECT ${fullName("person")} AS "fullName", ${shortName("person")} AS "shortName" FROM person WHERE person.school_id = $1 AND person.id = $5) AS me ON true
  WHERE school.school_id = $1`,
};
