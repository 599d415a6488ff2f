import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { Averaging, RetakeRule } from "../assessment-rules/assessment-rules";
import { GivenTermMark } from "./given-term-mark";
import { TermSuggestion } from "./term-suggestion";

@ObjectType({ description: "One mark of a pupil's term, and how it counts in the average.", simpleResolvers: true })
export class ExplainedMark {
  @Field(() => LocalDate, { description: "The lesson's date." })
  date: string;

  @Field(() => String, { description: '"1" to "5", "PASS" or "FAIL".' })
  value: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => Float, { description: "The weight of the work." })
  weight: number;

  @Field(() => Int, { description: "1; for a retake 2 and on." })
  attempt: number;

  @Field(() => String, { description: "How much of the mark counts by the rule of retakes: «1», «1/2», «0»." })
  share: string;

  @Field(() => Boolean, { description: "Does it count in the average at all: not a pass, nor a mark that a retake replaced." })
  isCounted: boolean;

  @Field(() => String, { nullable: true, description: "The class or group that it was got in, when it is another than the journal's." })
  elsewhere: string | null;
}

@ObjectType({
  description: "How a pupil's term mark in a subject comes out, mark by mark: anybody can reckon it again with a pencil [3.2.7].",
  simpleResolvers: true,
})
export class TermMarkExplanation {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => [ExplainedMark], { description: "Every mark of the term in the subject, by date, in every class of the term." })
  marks: ExplainedMark[];

  @Field(() => String, { description: "Σ(mark·weight·share), exact: «57», «115/2»." })
  weightedSum: string;

  @Field(() => String, { description: "Σ(weight·share), exact." })
  weightSum: string;

  @Field(() => String, {
    nullable: true,
    description: "The mean of both as an exact fraction in lowest terms: «13/3»; null without marks that count.",
  })
  mean: string | null;

  @Field(() => String, { nullable: true, description: "The same as people read it: `4.33`." })
  average: string | null;

  @Field(() => Averaging, { description: "Do weights count." })
  averaging: Averaging;

  @Field(() => RetakeRule, { description: "Which marks of a work taken again count." })
  retakes: RetakeRule;

  @Field(() => [Int], { description: "From which average a 5, a 4 and a 3 are suggested, in hundredths: 450, 350, 250." })
  bands: number[];

  @Field(() => Int, { nullable: true, description: "More missed than so many per cent suggests «н/а»; null: no such rule." })
  mostMissedPercent: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "From which day these rules hold; null: they are those that hold where a school has set nothing.",
  })
  rulesFrom: string | null;

  @Field(() => TermSuggestion, { nullable: true, description: "What comes out, and why; null in a journal without grades." })
  suggestion: TermSuggestion | null;

  @Field(() => GivenTermMark, { nullable: true, description: "The mark that the teacher gave." })
  given: GivenTermMark | null;
}
