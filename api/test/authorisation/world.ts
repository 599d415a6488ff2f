import type { Client } from "pg";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { addOwed } from "./world-owed";
import {
  addAnalysis,
  addAnnouncement,
  addAssessment,
  addForecast,
  addHomework,
  addNotices,
  addOpening,
  addPupil,
  addQuestion,
  addThread,
} from "./world-things";

/** What a question may name. */
export interface Target {
  classId: string;
  journalId: string;
  termId: string;
  lessonId: string;
  /** The term of today. */
  thisTermId: string;
  pupilId: string;
  assessmentId: string;
  announcementId: string;
  forecastId: string;
  /** The term of the forecast. */
  forecastTermId: string;
  conversationId: string;
  messageId: string;
  questionId: string;
}

export type TargetName = "class5A" | "class5B" | "foreignSchool";

/** Two schools; in each, marks, absences, homework, history and telephones that tell by their text whose they are. */
export async function makeWorld(owner: Client): Promise<Record<TargetName, Target>> {
  const own = await makeSmallSchool(owner);
  const class5A = await furnish5A(owner, own, { misha: "МИШИ", anya: "АНИ", class: "5А" });
  const class5B = await furnish5B(owner, own);
  await owner.query(
    "UPDATE person SET phone = CASE id WHEN $1 THEN 'ТЕЛЕФОН-МАМЫ-МИШИ' ELSE 'ТЕЛЕФОН-МАМЫ-БОРИ' END WHERE id IN ($1, $2)",
    [own.guardians.mother, own.guardians.otherMother],
  );
  await makeLesson(owner, { schoolId: own.schoolId, journalId: own.journals.maths5A, teacherId: own.staff.teacher, date: "2026-11-19" });
  await insert(owner, "school_setting", {
    school_id: own.schoolId,
    name: "assessment_rules",
    valid_from: "2026-09-01",
    value: {
      leastMarksAfterIllness: { sickPercent: 50, marks: 2 },
      subjects: { [own.subjects.music]: { bands: { five: 450, four: 350, three: 250 } } },
    },
  });
  const foreign = await makeSmallSchool(owner, "-2");
  const foreignSchool = await furnish5A(owner, foreign, { misha: "ЧУЖАЯ-ШКОЛА", anya: "ЧУЖАЯ-ШКОЛА", class: "ЧУЖАЯ-ШКОЛА" });
  await owner.query("UPDATE person SET surname = 'ЧУЖАЯ-ШКОЛА', phone = 'ЧУЖАЯ-ШКОЛА' WHERE school_id = $1", [foreign.schoolId]);
  await owner.query("UPDATE school SET full_name = 'ЧУЖАЯ-ШКОЛА' WHERE school_id = $1", [foreign.schoolId]);
  return { class5A, class5B, foreignSchool };
}

async function furnish5A(owner: Client, school: SmallSchool, marker: { misha: string; anya: string; class: string }): Promise<Target> {
  const place = {
    school,
    journalId: school.journals.maths5A,
    lessonId: school.lessons.friday,
    date: "2026-11-20",
    teacherId: school.staff.teacher,
  };
  const assessmentId = await addAssessment(owner, place);
  await addPupil(owner, { ...place, assessmentId }, school.pupils.misha, marker.misha);
  await addPupil(owner, { ...place, assessmentId }, school.pupils.anya, marker.anya);
  await addOwed(owner, place, school.pupils.misha, marker.misha);
  await addHomework(owner, place, marker.class);
  await addNotices(owner, school, marker.misha);
  await addAnalysis(owner, school, marker.class);
  const { teacher, classTeacher } = school.staff;
  const to = [school.guardians.mother, school.pupils.misha, teacher];
  const announcementId = await addAnnouncement(owner, school, { by: classTeacher, classId: school.class5A, to, marker: marker.class });
  const family = [school.guardians.mother, school.pupils.misha];
  const forecastId = await addForecast(owner, school, {
    classId: school.class5A,
    pupilId: school.pupils.misha,
    by: classTeacher,
    to: family,
    marker: marker.misha,
  });
  await addOpening(owner, place, marker.misha);
  const of5A = {
    classId: school.class5A,
    journalId: place.journalId,
    termId: school.quarter1,
    thisTermId: school.quarter2,
    lessonId: place.lessonId,
    pupilId: school.pupils.misha,
  };
  const pair = { staffId: teacher, guardianId: school.guardians.mother, pupilId: school.pupils.misha };
  const questionId = await addQuestion(owner, school, pair, assessmentId, marker.misha);
  return {
    ...of5A,
    assessmentId,
    announcementId,
    questionId,
    forecastId,
    forecastTermId: school.quarter2,
    ...(await addThread(owner, school, pair, marker.misha)),
  };
}

async function furnish5B(owner: Client, school: SmallSchool): Promise<Target> {
  const place = {
    school,
    journalId: school.journals.maths5B,
    lessonId: school.lessons.today5B,
    date: "2026-11-23",
    teacherId: school.staff.otherTeacher,
  };
  await owner.query(
    "UPDATE lesson SET status = 'HELD', topic = 'Сложение дробей', taught_by = teacher_id, recorded_at = now() WHERE id = $1",
    [place.lessonId],
  );
  await owner.query("UPDATE lesson SET date = '2026-11-20' WHERE id = $1", [place.lessonId]);
  const friday = { ...place, date: "2026-11-20" };
  const assessmentId = await addAssessment(owner, friday);
  await addPupil(owner, { ...friday, assessmentId }, school.pupils.borya, "БОРИ");
  await addOwed(owner, friday, school.pupils.borya, "БОРИ");
  await addHomework(owner, friday, "5Б");
  const to = [school.guardians.otherMother];
  const announcementId = await addAnnouncement(owner, school, { by: school.staff.director, classId: school.class5B, to, marker: "5Б" });
  const family = [school.guardians.otherMother, school.pupils.borya];
  const of = { classId: school.class5B, pupilId: school.pupils.borya, by: school.staff.director };
  const forecastId = await addForecast(owner, school, { ...of, to: family, marker: "БОРИ" });
  await addOpening(owner, place, "БОРИ");
  const of5B = {
    classId: school.class5B,
    journalId: place.journalId,
    termId: school.quarter1,
    thisTermId: school.quarter2,
    lessonId: place.lessonId,
    pupilId: school.pupils.borya,
  };
  const pair = { staffId: school.staff.otherTeacher, guardianId: school.guardians.otherMother, pupilId: school.pupils.borya };
  const questionId = await addQuestion(owner, school, pair, assessmentId, "БОРИ");
  return {
    ...of5B,
    assessmentId,
    announcementId,
    questionId,
    forecastId,
    forecastTermId: school.quarter2,
    ...(await addThread(owner, school, pair, "БОРИ")),
  };
}
