import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { AttendanceKind } from "../attendance/attendance-kind";
import { TermCard } from "../calendar/term-card";
import { LessonStatus } from "../lessons/lesson-status";

@ObjectType({ description: "A lesson of the class, of a part of it, or of one of its pupils.", simpleResolvers: true })
export class ClassLesson {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "Its journal." })
  journalId: string;

  @Field(() => Int, { description: "The number of the lesson in its shift." })
  slot: number;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { nullable: true, description: "The group, or the pupil taught alone; null: the whole class." })
  groupName: string | null;

  @Field(() => LessonStatus, { description: "Planned, held, cancelled or missed." })
  status: LessonStatus;

  @Field(() => Boolean, { description: "Has the teacher recorded it." })
  recorded: boolean;
}

@ObjectType({ description: "A pupil of the class was not at a lesson, or not from its start.", simpleResolvers: true })
export class ClassAbsence {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => AttendanceKind, { description: "What it was." })
  kind: AttendanceKind;

  @Field(() => Int, { nullable: true, description: "Minutes late, with LATE." })
  minutesLate: number | null;

  @Field(() => String, { nullable: true, description: "The reason." })
  reason: string | null;
}

@ObjectType({ description: "A subject of the class that has marks.", simpleResolvers: true })
export class ClassSubject {
  @Field(() => ID, { description: "The subject." })
  subjectId: string;

  @Field(() => String, { description: "Its name." })
  subject: string;

  @Field(() => String, { description: "Its short name, for the head of a column." })
  shortName: string;
}

@ObjectType({ description: "A pupil's marks of the term in one subject.", simpleResolvers: true })
export class ClassPupilSubject {
  @Field(() => ID, { description: "The subject." })
  subjectId: string;

  @Field(() => ID, { description: "The journal of the pupil's class or group." })
  journalId: string;

  @Field(() => [String], {
    description:
      'By date, work by work: "1" to "5", "PASS", "FAIL" or "DEBT", of a work that was taken again all its marks: "2/4". Those brought from another class too [1.4.7].',
  })
  marks: string[];

  @Field(() => String, { nullable: true, description: "Weighted mean of the term's grades: `4.33`." })
  average: string | null;

  @Field(() => String, { nullable: true, description: "The term mark as it is written: «5», «н/а», «осв», «зч», «нз»." })
  termMark: string | null;

  @Field(() => String, { nullable: true, description: "The mark of the year, as it is written." })
  yearMark: string | null;

  @Field(() => String, { nullable: true, description: "The mark of the year's exam, as it is written." })
  examMark: string | null;

  @Field(() => String, { nullable: true, description: "The final mark, as it is written." })
  finalMark: string | null;
}

@ObjectType({ description: "A pupil on the class's roll.", simpleResolvers: true })
export class ClassPupil {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => [String], { description: "Names of the guardians." })
  guardians: string[];

  @Field(() => [ClassPupilSubject], { description: "The pupil's subjects, in the school's order." })
  subjects: ClassPupilSubject[];

  @Field(() => Int, { description: "Lessons missed in the term; late is not missed." })
  missedLessons: number;
}

@ObjectType({
  description: "A class at a glance: its lessons and absences of a date, and the marks of a term [3.3.2].",
  simpleResolvers: true,
})
export class ClassPage {
  @Field(() => ID, { description: "The class." })
  classId: string;

  @Field(() => String, { description: "Its label." })
  label: string;

  @Field(() => String, { nullable: true, description: "The class teacher on that date." })
  classTeacher: string | null;

  @Field(() => LocalDate, { description: "The date shown." })
  date: string;

  @Field(() => TermCard, { description: "The term shown." })
  term: TermCard;

  @Field(() => [TermCard], { description: "All terms of the class's year." })
  terms: TermCard[];

  @Field(() => [ClassLesson], { description: "Lessons of the date, by slot." })
  lessonsToday: ClassLesson[];

  @Field(() => [ClassAbsence], { description: "Exceptions of attendance at those lessons." })
  absences: ClassAbsence[];

  @Field(() => [ClassSubject], { description: "Subjects with marks, in the school's order." })
  subjects: ClassSubject[];

  @Field(() => [ClassPupil], { description: "Pupils on the roll on that date, by the Russian alphabet." })
  pupils: ClassPupil[];
}
