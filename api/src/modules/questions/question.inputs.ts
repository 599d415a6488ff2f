import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MarkQuestionThread } from "./mark-question";
import { MarkQuestionOutcome } from "./question-state";

const OPERATION = "A UUID made by the client: sent again the operation answers the same and does nothing twice.";
const TEXT = "1 to 2,000 characters of plain text.";

@InputType({ description: "A question about one mark of an own child: of a lesson, or of a term." })
export class AskAboutMarkInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The child." })
  pupilId: string;

  @Field(() => ID, { nullable: true, description: "A mark of a lesson; else `termMarkId`." })
  markId?: string | null;

  @Field(() => ID, { nullable: true, description: "A mark of a term, the year, an exam, or the final one; else `markId`." })
  termMarkId?: string | null;

  @Field(() => String, { description: TEXT })
  text: string;
}

@InputType({ description: "A further text in a question that is not closed." })
export class WriteToQuestionInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The question." })
  questionId: string;

  @Field(() => String, { description: TEXT })
  text: string;
}

@InputType({ description: "A teacher's answer; the first one stops the clock." })
export class AnswerQuestionInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The question." })
  questionId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => String, { description: TEXT })
  text: string;

  @Field(() => MarkQuestionOutcome, { nullable: true, description: "The answer closes the question so; left out: it goes on." })
  outcome?: MarkQuestionOutcome | null;
}

@InputType({ description: "The end of a question: by a teacher once it is answered, by a guardian as withdrawn or explained." })
export class CloseQuestionInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The question." })
  questionId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => MarkQuestionOutcome, { description: "How it ended." })
  outcome: MarkQuestionOutcome;
}

@ObjectType({ description: "The question as it stands now.", simpleResolvers: true })
export class MarkQuestionPayload {
  @Field(() => MarkQuestionThread, { description: "With its thread." })
  thread: MarkQuestionThread;
}
