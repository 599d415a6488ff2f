import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ClassAnalysis } from "./class-analysis";

const OPERATION = "A UUID made by the client: sent again the operation answers the same and does nothing twice.";
const VERSION = "The version that was seen; 0 when there is no document yet.";

/** What every command names; no type of the contract of its own. */
@InputType({ description: "Which analysis." })
class AnalysisInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The class." })
  classId: string;

  @Field(() => ID, { nullable: true, description: "The term; left out: the whole year." })
  termId?: string | null;

  @Field(() => Int, { description: VERSION })
  version: number;
}

@InputType({ description: "The class teacher's words about a period, up to 4,000 characters each; they may be empty in a draft." })
export class SaveAnalysisInput extends AnalysisInput {
  @Field(() => String, { description: "What the figures show." })
  conclusions: string;

  @Field(() => String, { description: "Why it is so." })
  causes: string;

  @Field(() => String, { description: "What will be done." })
  measures: string;
}

@InputType({ description: "An analysis to sign." })
export class SignAnalysisInput extends AnalysisInput {}

@InputType({ description: "A signed analysis to open again as a draft." })
export class ReopenAnalysisInput extends AnalysisInput {}

@ObjectType({ description: "The analysis as it stands now.", simpleResolvers: true })
export class AnalysisPayload {
  @Field(() => ClassAnalysis, { description: "The analysis." })
  analysis: ClassAnalysis;
}
