import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { AssessmentKind } from "./assessment-kind";
import { Averaging, DebtEnd, RetakeRule } from "./assessment-rules";

@InputType("BandsInput", { description: "From which value on a 5, a 4 and a 3 are given; below it is a 2. At most two decimals." })
@ObjectType("Bands", { description: "From which value on a 5, a 4 and a 3 are given; below it is a 2.", simpleResolvers: true })
export class BandsDocument {
  @Field(() => Float, { description: "From here on a 5." })
  five: number;

  @Field(() => Float, { description: "From here on a 4." })
  four: number;

  @Field(() => Float, { description: "From here on a 3." })
  three: number;
}

@InputType("LeastMarksInput", { description: "At least so many marks in a term." })
@ObjectType("LeastMarks", { description: "At least so many marks in a term.", simpleResolvers: true })
export class LeastMarksDocument {
  @Field(() => Float, {
    nullable: true,
    description: "For journals of up to so many hours a week; null: however many, the last of the list.",
  })
  upToHours: number | null;

  @Field(() => Int, { description: "How many marks." })
  marks: number;
}

@InputType("IllnessRuleInput", { description: "Fewer marks do for a pupil who was long ill." })
@ObjectType("IllnessRule", { description: "Fewer marks do for a pupil who was long ill.", simpleResolvers: true })
export class IllnessRuleDocument {
  @Field(() => Int, { description: "Who missed more than so many per cent of the lessons by sickness." })
  sickPercent: number;

  @Field(() => Int, { description: "So many marks do." })
  marks: number;
}

@InputType("WorkRuleInput", { description: "A kind of work and its weight." })
@ObjectType("WorkRule", { description: "A kind of work and its weight.", simpleResolvers: true })
export class WorkRuleDocument {
  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => Float, { description: "The weight in the average: above 0, at most 99.99, at most two decimals." })
  weight: number;

  @Field(() => Boolean, { description: "No teacher may give a column of this kind another weight." })
  isLocked: boolean;
}

@InputType("SubjectRulesInput", { description: "What is otherwise in one subject; null or left out: as in every subject." })
@ObjectType("SubjectRules", { description: "What is otherwise in one subject; null: as in every subject.", simpleResolvers: true })
export class SubjectRulesDocument {
  @Field(() => ID, { description: "The subject." })
  subjectId: string;

  @Field(() => BandsDocument, { nullable: true, description: "Its bands of the average." })
  bands?: BandsDocument | null;

  @Field(() => [LeastMarksDocument], { nullable: true, description: "Its least numbers of marks." })
  leastMarks?: LeastMarksDocument[] | null;

  @Field(() => [WorkRuleDocument], { nullable: true, description: "Its own weights, of some kinds or of all." })
  works?: WorkRuleDocument[] | null;
}

@InputType("AssessmentRulesInput", { description: "How a school assesses: the whole of it." })
@ObjectType("AssessmentRules", {
  description: "How a school assesses. A term is reckoned by the rules of its last day, of today while it runs.",
  simpleResolvers: true,
})
export class RulesDocument {
  @Field(() => Boolean, { description: "May 1 be set." })
  allowsOne: boolean;

  @Field(() => Averaging, { description: "How marks make an average." })
  averaging: Averaging;

  @Field(() => BandsDocument, { description: "From which average a term mark is suggested: 4.65, 3.65, 2.65." })
  bands: BandsDocument;

  @Field(() => [LeastMarksDocument], { description: "Fewer marks suggest «н/а»; by rising hours, at most 6." })
  leastMarks: LeastMarksDocument[];

  @Field(() => IllnessRuleDocument, { nullable: true, description: "Null: no such rule." })
  leastMarksAfterIllness?: IllnessRuleDocument | null;

  @Field(() => Int, {
    nullable: true,
    description: "Who missed more than so many per cent of the lessons is suggested «н/а»; null: no such rule.",
  })
  mostMissedPercent?: number | null;

  @Field(() => RetakeRule, { description: "Which marks of a work that was taken again count." })
  retakes: RetakeRule;

  @Field(() => Boolean, { description: "A 2 that counts keeps a 5 from being suggested." })
  twoBarsFive: boolean;

  @Field(() => [WorkRuleDocument], { description: "The weight of every kind of work." })
  works: WorkRuleDocument[];

  @Field(() => BandsDocument, { description: "Points of the ten-point scale as grades." })
  tenPoint: BandsDocument;

  @Field(() => BandsDocument, { description: "Per cents as grades, also of the most points of a work counted in points." })
  percent: BandsDocument;

  @Field(() => Int, { description: "A debt (точка) lasts so many days unless another day is named." })
  debtDays: number;

  @Field(() => DebtEnd, { description: "What becomes of a debt after its day." })
  debtEnds: DebtEnd;

  @Field(() => Int, { description: "Within so many days those who missed a control work take it." })
  resitDays: number;

  @Field(() => Int, { description: "Within so many school days a question about a mark is answered." })
  questionDays: number;

  @Field(() => Int, { description: "In the last so many days of a term its marks may be given." })
  termMarkDays: number;

  @Field(() => BandsDocument, { description: "From which mean of the term marks a year mark is suggested." })
  yearBands: BandsDocument;

  @Field(() => BandsDocument, { description: "From which mean of the year mark and the exam the final mark is suggested." })
  finalBands: BandsDocument;

  @Field(() => Int, {
    nullable: true,
    description: "What a pupil who is not assessed adds to СОУ, 0 to 100; null: such pupils are left out of it.",
  })
  notAssessedInSou?: number | null;

  @Field(() => [SubjectRulesDocument], { description: "What is otherwise in single subjects." })
  subjects: SubjectRulesDocument[];
}

@ObjectType({ description: "The school's rules of assessment on a date.", simpleResolvers: true })
export class AssessmentRulesCard {
  @Field(() => RulesDocument, { description: "The rules." })
  rules: RulesDocument;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The day from which they hold; null: the school has set none, these hold by default.",
  })
  validFrom: string | null;

  @Field(() => [LocalDate], { description: "The first days of every version of the school, also of later ones." })
  versions: string[];

  @Field(() => String, { description: "The state of all versions: to be named in a change." })
  revision: string;
}

@InputType({ description: "Rules of assessment from a day on." })
export class SetAssessmentRulesInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => LocalDate, { description: "From tomorrow on at the earliest, unless the school has no marks from that day on." })
  validFrom: string;

  @Field(() => String, { description: "The revision that was seen." })
  revision: string;

  @Field(() => RulesDocument, { description: "The rules." })
  rules: RulesDocument;
}

@InputType({ description: "A version that has not begun yet and is not to." })
export class WithdrawAssessmentRulesInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => LocalDate, { description: "Its first day." })
  validFrom: string;

  @Field(() => String, { description: "The revision that was seen." })
  revision: string;
}

@ObjectType({ description: "The school's versions as they stand now.", simpleResolvers: true })
export class AssessmentRulesPayload {
  @Field(() => LocalDate, { description: "The day that was asked for." })
  validFrom: string;

  @Field(() => [LocalDate], { description: "The first days of every version." })
  versions: string[];

  @Field(() => String, { description: "The state of all versions: to be named in the next change." })
  revision: string;
}
