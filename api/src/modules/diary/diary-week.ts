import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { DateTime, LocalDate, LocalTime } from "../../kernel/scalars";
import { AttendanceKind } from "../attendance/attendance-kind";
import { LessonStatus } from "../lessons/lesson-status";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { CountedPoints } from "../marks/counted-points";

@ObjectType({ description: "Homework as the family reads it.", simpleResolvers: true })
export class DiaryHomework {
  @Field(() => String, { description: "What to do." })
  text: string;

  @Field(() => LocalDate, { description: "The date of the lesson it was given on." })
  givenOn: string;

  @Field(() => LocalDate, { nullable: true, description: "When it is due; null: the next lesson of the subject." })
  dueOn: string | null;

  @Field(() => Int, { nullable: true, description: "Minutes that it should take." })
  expectedMinutes: number | null;
}

@ObjectType({ description: "A mark as the family reads it.", simpleResolvers: true })
export class DiaryMark {
  @Field(() => ID, { description: "The mark." })
  id: string;

  @Field(() => String, { description: '"1" to "5", "PASS", "FAIL", or "DEBT": a debt (точка), the work is still to be handed in.' })
  value: string;

  @Field(() => Int, { description: "1; for a retake (исправление) 2 and on, shown «2/4»." })
  attempt: number;

  @Field(() => CountedPoints, { nullable: true, description: "The points that the grade was given for, where the work is counted so." })
  points: CountedPoints | null;

  @Field(() => LocalDate, { nullable: true, description: "With DEBT: the last day to hand the work in." })
  debtUntil: string | null;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => Float, { description: "The weight in the average." })
  weight: number;

  @Field(() => String, { nullable: true, description: "The teacher's comment." })
  comment: string | null;

  @Field(() => DateTime, { description: "When it was set." })
  setAt: string;
}

@ObjectType({ description: "The pupil was not at the lesson, or not from its start.", simpleResolvers: true })
export class DiaryAttendance {
  @Field(() => AttendanceKind, { description: "What it was." })
  kind: AttendanceKind;

  @Field(() => Int, { nullable: true, description: "Minutes late, with LATE." })
  minutesLate: number | null;

  @Field(() => String, { nullable: true, description: "The reason." })
  reason: string | null;
}

@ObjectType({ description: "A lesson of the pupil.", simpleResolvers: true })
export class DiaryLesson {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => Int, { description: "The number of the lesson in its shift." })
  slot: number;

  @Field(() => LocalTime, { nullable: true, description: "The bell of that day." })
  startsAt: string | null;

  @Field(() => LocalTime, { nullable: true, description: "The bell of that day." })
  endsAt: string | null;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { nullable: true, description: "The room." })
  room: string | null;

  @Field(() => String, { description: "Who taught it, or who is to." })
  teacher: string;

  @Field(() => ID, { description: "The same teacher, to write to." })
  teacherId: string;

  @Field(() => LessonStatus, { description: "Planned, held, cancelled or missed." })
  status: LessonStatus;

  @Field(() => String, { nullable: true, description: "The topic of a held lesson." })
  topic: string | null;

  @Field(() => [DiaryHomework], { description: "Homework due on this lesson [4.2]." })
  homeworkDue: DiaryHomework[];

  @Field(() => DiaryHomework, { nullable: true, description: "Homework given on this lesson." })
  homeworkGiven: DiaryHomework | null;

  @Field(() => [DiaryMark], { description: "The pupil's marks under the lesson." })
  marks: DiaryMark[];

  @Field(() => DiaryAttendance, { nullable: true, description: "Null: the pupil was there." })
  attendance: DiaryAttendance | null;
}

@ObjectType({ description: "A control work that the pupil, who was absent, writes on this day [3.2.4].", simpleResolvers: true })
export class DiaryResit {
  @Field(() => ID, { description: "The lesson of the work." })
  lessonId: string;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => LocalDate, { description: "The day of the work itself: its mark stands there." })
  workDate: string;

  @Field(() => String, { nullable: true, description: "What the teacher adds: where and when." })
  note: string | null;

  @Field(() => Boolean, { description: "It has its mark." })
  isDone: boolean;
}

@ObjectType({ description: "A day of the diary.", simpleResolvers: true })
export class DiaryDay {
  @Field(() => LocalDate, { description: "The date." })
  date: string;

  @Field(() => String, { nullable: true, description: "The name of the holiday, when there are no lessons by the calendar." })
  holiday: string | null;

  @Field(() => [DiaryLesson], { description: "By the bell." })
  lessons: DiaryLesson[];

  @Field(() => [DiaryResit], { description: "Control works to be resat on this day." })
  resits: DiaryResit[];
}

@ObjectType({ description: "A work that is still to be handed in: a debt (точка) [3.2.3].", simpleResolvers: true })
export class DiaryDebt {
  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => LocalDate, { description: "The date of the lesson." })
  date: string;

  @Field(() => LocalDate, { description: "The last day to hand the work in." })
  until: string;
}

@ObjectType({ description: "One pupil's school week, as the paper diary has it [4.2].", simpleResolvers: true })
export class DiaryWeek {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  pupilName: string;

  @Field(() => String, { nullable: true, description: "The class of that week; null for one who is not at the school." })
  classLabel: string | null;

  @Field(() => LocalDate, { description: "The Monday." })
  startsOn: string;

  @Field(() => LocalDate, { description: "The Saturday." })
  endsOn: string;

  @Field(() => [DiaryDay], { description: "Monday to Saturday." })
  days: DiaryDay[];

  @Field(() => [DiaryDebt], { description: "All that the pupil has still to hand in, of whatever week; what is due first stands first." })
  debts: DiaryDebt[];
}
