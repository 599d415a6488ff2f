import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../kernel/scalars";
import { AnalysisComparison, AnalysisFigures, AnalysisPeriod } from "./analysis-figures";

export enum AnalysisStatus {
  DRAFT = "DRAFT",
  SIGNED = "SIGNED",
}
registerEnumType(AnalysisStatus, {
  name: "AnalysisStatus",
  description:
    "A draft is the class teacher's own; a signed analysis is read by the deputy and the director, and its figures change no more.",
});

@ObjectType({ description: "The class teacher's own words about a period, and the signature.", simpleResolvers: true })
export class AnalysisDocument {
  @Field(() => ID, { description: "The document's id." })
  id: string;

  @Field(() => AnalysisStatus, { description: "Draft or signed." })
  status: AnalysisStatus;

  @Field(() => Int, { description: "The version to name in a change." })
  version: number;

  @Field(() => String, { description: "What the figures show." })
  conclusions: string;

  @Field(() => String, { description: "Why it is so." })
  causes: string;

  @Field(() => String, { description: "What will be done." })
  measures: string;

  @Field(() => DateTime, { description: "When it was last saved." })
  savedAt: Date;

  @Field(() => String, { description: "By whom: surname and initials." })
  savedBy: string;

  @Field(() => DateTime, { nullable: true, description: "When it was signed; null for a draft." })
  signedAt: Date | null;

  @Field(() => String, { nullable: true, description: "By whom: surname and initials." })
  signedBy: string | null;
}

@ObjectType({
  description: "A class's analysis of a term or a year: figures, and the class teacher's words [3.3.2].",
  simpleResolvers: true,
})
export class ClassAnalysis {
  @Field(() => ID, { description: "The class." })
  classId: string;

  @Field(() => String, { description: "Its label." })
  label: string;

  @Field(() => String, { description: "The school's official name, for what is printed." })
  school: string;

  @Field(() => String, { nullable: true, description: "The class teacher on the period's day." })
  classTeacher: string | null;

  @Field(() => [AnalysisPeriod], { description: "The terms of the class's year, to choose from." })
  terms: AnalysisPeriod[];

  @Field(() => AnalysisFigures, { description: "Of a signed document those of the moment of signing, else those of now." })
  figures: AnalysisFigures;

  @Field(() => AnalysisComparison, {
    nullable: true,
    description: "The period as it stands now, when that differs from what was signed; else null.",
  })
  changedSince: AnalysisComparison | null;

  @Field(() => AnalysisDocument, {
    nullable: true,
    description: "The document; null when there is none, or it is a draft of another's.",
  })
  document: AnalysisDocument | null;

  @Field(() => Boolean, { description: "May the viewer write and sign it: the class's own teacher." })
  mayWrite: boolean;

  @Field(() => Boolean, { description: "Is the period over, so that it can be signed." })
  isOver: boolean;
}
