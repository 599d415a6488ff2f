import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate, LocalTime } from "../../kernel/scalars";
import { LessonStatus } from "./lesson-status";
import { MissingPart } from "./missing-part";

@ObjectType({ description: "A lesson of a teacher's day.", simpleResolvers: true })
export class DayLesson {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "Its journal." })
  journalId: string;

  @Field(() => Int, { description: "The number of the lesson in its shift." })
  slot: number;

  @Field(() => LocalTime, { nullable: true, description: "The bell of that day." })
  startsAt: string | null;

  @Field(() => LocalTime, { nullable: true, description: "The bell of that day." })
  endsAt: string | null;

  @Field(() => String, { nullable: true, description: "The room." })
  room: string | null;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => LessonStatus, { description: "Planned, held, cancelled or missed." })
  status: LessonStatus;

  @Field(() => String, { nullable: true, description: "The recorded topic." })
  topic: string | null;

  @Field(() => String, { nullable: true, description: "The topic that the plan (КТП) has for this lesson." })
  plannedTopic: string | null;

  @Field(() => String, { nullable: true, description: "Homework given on this lesson." })
  homework: string | null;

  @Field(() => Boolean, { description: "Taught in place of a colleague." })
  isSubstitution: boolean;

  @Field(() => Int, { description: "Pupils in the class or group on that day." })
  pupilCount: number;

  @Field(() => Int, { description: "Those of them who were not there; late is not absent." })
  absentCount: number;

  @Field(() => Int, { description: "Marks set under the lesson." })
  markCount: number;

  @Field(() => [MissingPart], { description: "What the lesson still lacks." })
  missing: MissingPart[];
}

@ObjectType({ description: "A teacher's lessons of one date, by the bell.", simpleResolvers: true })
export class MyDay {
  @Field(() => LocalDate, { description: "The day shown." })
  date: string;

  @Field(() => Boolean, { description: "Is it today by the school's clock." })
  isToday: boolean;

  @Field(() => [DayLesson], { description: "Own and substituted lessons; those given to a substitute are not here." })
  lessons: DayLesson[];
}
