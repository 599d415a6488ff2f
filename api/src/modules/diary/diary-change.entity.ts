import { Field, ID, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";

@ObjectType({ description: "A sign to read the diary again; it carries nothing of its content.", simpleResolvers: true })
export class DiaryChange {
  @Field(() => ID, { description: "The pupil's id." })
  pupilId: string;

  @Field(() => [LocalDate], { description: "The dates that changed; empty when any may have." })
  dates: string[];
}
