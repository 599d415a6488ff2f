import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";

@ObjectType({ description: "How many lessons a teacher has not recorded.", simpleResolvers: true })
export class UnrecordedByTeacher {
  @Field(() => ID, { description: "The teacher." })
  staffId: string;

  @Field(() => String, { description: "Surname and initials." })
  name: string;

  @Field(() => Int, { description: "Lessons of the seven days before the date that are still only planned [3.4.4]." })
  count: number;
}

@ObjectType({ description: "Figures of what exists in the school on a date. No person's mark is in them.", simpleResolvers: true })
export class SchoolOverview {
  @Field(() => LocalDate, { description: "The date." })
  date: string;

  @Field(() => Int, { description: "Pupils enrolled." })
  pupilCount: number;

  @Field(() => Int, { description: "Staff employed." })
  staffCount: number;

  @Field(() => Int, { description: "Classes of the school year." })
  classCount: number;

  @Field(() => Int, { description: "Journals of the school year." })
  journalCount: number;

  @Field(() => Int, { description: "Lessons of the date, without the cancelled ones." })
  lessonsToday: number;

  @Field(() => Int, { description: "Those of them that are recorded." })
  recordedToday: number;

  @Field(() => Int, { description: "Pupils who missed a lesson of the date." })
  absentToday: number;

  @Field(() => Int, { description: "Marks set under lessons of the date." })
  marksToday: number;

  @Field(() => [UnrecordedByTeacher], {
    description: "Lessons of the seven days before the date not recorded, by teacher, the most first.",
  })
  unrecorded: UnrecordedByTeacher[];

  @Field(() => Int, { description: "Accounts that are open." })
  accountCount: number;
}
