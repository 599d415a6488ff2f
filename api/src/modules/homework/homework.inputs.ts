import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { Homework } from "./homework.entity";

@InputType({ description: "Homework given on a lesson." })
export class SetHomeworkInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => String, { description: "What is to be done, at most 4,000 characters; empty takes the homework away." })
  text: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "After the lesson and within the school year; left out: the journal's next lesson.",
  })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: "How long it should take, 1 to 300 minutes." })
  expectedMinutes?: number | null;

  @Field(() => Int, { description: "The version that was seen; 0: there was none." })
  version: number;
}

@ObjectType({ description: "The homework as it stands now.", simpleResolvers: true })
export class SetHomeworkPayload {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => Homework, { nullable: true, description: "The homework; null: there is none now." })
  homework: Homework | null;

  @Field(() => Int, { description: "Its version now, also of homework that was taken away; 0: nothing was ever there." })
  version: number;
}
