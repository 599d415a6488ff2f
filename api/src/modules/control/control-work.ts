import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { AttendanceKind } from "../attendance/attendance-kind";
import { MarkOwed } from "../lessons/mark-owed";
import { Resit } from "../marks/resit";

@ObjectType({ description: "A pupil of the list on the day of a control work.", simpleResolvers: true })
export class WorkPupil {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => AttendanceKind, { nullable: true, description: "The absence at the lesson; null: was there." })
  attendance: AttendanceKind | null;

  @Field(() => MarkOwed, { description: "How the pupil stands with the work." })
  owed: MarkOwed;

  @Field(() => String, { nullable: true, description: '"1" to "5", "PASS" or "FAIL"; of several attempts that which counts.' })
  value: string | null;

  @Field(() => Resit, { nullable: true, description: "The resit that is planned for one who was absent, also when it has its mark." })
  resit: Resit | null;

  @Field(() => Boolean, {
    description: "The mark of the resit is owed, and its day is over; without a day: the time that the school gives for resits.",
  })
  isOverdue: boolean;
}

@ObjectType({
  description: "The distribution of a work's results. Pupils taught elsewhere, and those who have left without a mark, are not in it.",
  simpleResolvers: true,
})
export class WorkFigures {
  @Field(() => Int, { description: "Pupils with 5." })
  five: number;

  @Field(() => Int, { description: "Pupils with 4." })
  four: number;

  @Field(() => Int, { description: "Pupils with 3." })
  three: number;

  @Field(() => Int, { description: "Pupils with 2." })
  two: number;

  @Field(() => Int, { description: "Pupils with 1." })
  one: number;

  @Field(() => Int, { description: "Pupils who passed, in a journal of passes." })
  passed: number;

  @Field(() => Int, { description: "Pupils who did not." })
  failed: number;

  @Field(() => Int, { description: "Pupils who were at the lesson, late ones too." })
  present: number;

  @Field(() => Int, { description: "Those of them who have no mark yet: with any the work is not complete." })
  lacking: number;

  @Field(() => Int, { description: "Pupils who were absent and have not resat it." })
  absent: number;

  @Field(() => Int, { description: "Pupils who were released (осв)." })
  released: number;

  @Field(() => Int, { description: "N: pupils with a result." })
  size: number;

  @Field(() => String, { nullable: true, description: "The mean of the grades: 3.87; null: there are none." })
  mean: string | null;

  @Field(() => String, { nullable: true, description: "Успеваемость: per cent of N with 3 and better, or a pass; null: N is 0." })
  success: string | null;

  @Field(() => String, { nullable: true, description: "Качество знаний: per cent of N with 4 and 5; null: N is 0, or passes only." })
  quality: string | null;

  @Field(() => String, { nullable: true, description: "СОУ, per cent; null: N is 0, or passes only." })
  learning: string | null;
}

@ObjectType({ description: "A control work with its results and with what is still owed [3.2.4].", simpleResolvers: true })
export class ControlWork {
  @Field(() => ID, { description: "The work's column." })
  assessmentId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => LocalDate, { description: "The day of the work." })
  date: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => String, { nullable: true, description: "The topic of the lesson." })
  topic: string | null;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => String, { description: "Who gave the lesson." })
  teacher: string;

  @Field(() => Boolean, { description: "The viewer teaches it: may plan resits while the term is open." })
  canEdit: boolean;

  @Field(() => Boolean, { description: "The term of the work is closed, and not opened for a time: no resit is planned, and no mark set." })
  isClosed: boolean;

  @Field(() => [WorkPupil], { description: "The list of that day, by name." })
  pupils: WorkPupil[];

  @Field(() => WorkFigures, { description: "The distribution of the results." })
  figures: WorkFigures;

  @Field(() => String, {
    nullable: true,
    description: "The average of the journal's marks of the term before the work, to compare with; null: there are none.",
  })
  averageBefore: string | null;

  @Field(() => LocalDate, { description: "The last day for resits by the school's rule." })
  resitBy: string;

  @Field(() => LocalDate, { nullable: true, description: "The day to suggest for resits: the journal's next lesson; null: there is none." })
  suggestedResitOn: string | null;
}
