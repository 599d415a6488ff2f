import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";
import { AnalysisComparison, AnalysisPeriod } from "./analysis-figures";
import { AnalysisStatus } from "./class-analysis";

@ObjectType({ description: "A class's analysis in the list of a period: what was signed, or how far it is.", simpleResolvers: true })
export class AnalysisCard {
  @Field(() => ID, { description: "The class." })
  classId: string;

  @Field(() => String, { description: "Its label." })
  label: string;

  @Field(() => String, { nullable: true, description: "The class teacher on the period's last day: surname and initials." })
  classTeacher: string | null;

  @Field(() => AnalysisPeriod, { description: "The period." })
  period: AnalysisPeriod;

  @Field(() => AnalysisStatus, { nullable: true, description: "Draft or signed; null: not begun." })
  status: AnalysisStatus | null;

  @Field(() => DateTime, { nullable: true, description: "When it was signed." })
  signedAt: Date | null;

  @Field(() => AnalysisComparison, { nullable: true, description: "The period in short as it was signed; null for anything else." })
  summary: AnalysisComparison | null;
}

@ObjectType({ description: "Classes of a year with their analyses of one period, by grade and label.", simpleResolvers: true })
export class AnalysisCardConnection extends connectionOf(AnalysisCard, "AnalysisCard") {}
