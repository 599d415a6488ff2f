import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { TermKind } from "../calendar/term-kind";
import { PupilCategory } from "./pupil-category";

@ObjectType({ description: "A term of a class, or its whole year.", simpleResolvers: true })
export class AnalysisPeriod {
  @Field(() => ID, { nullable: true, description: "The term; null: the whole year." })
  termId: string | null;

  @Field(() => TermKind, { description: "Quarter, half-year or trimester." })
  termKind: TermKind;

  @Field(() => Int, { nullable: true, description: "The term's number in the year; null: the whole year." })
  number: number | null;

  @Field(() => String, { description: "The school year: 2026/2027." })
  yearName: string;

  @Field(() => String, { description: "The label that the class had then." })
  classLabel: string;

  @Field(() => LocalDate, { description: "The first day." })
  startsOn: string;

  @Field(() => LocalDate, { description: "The last day." })
  endsOn: string;

  @Field(() => LocalDate, { description: "The day whose roll is counted: the last one, or today while the period runs." })
  onDate: string;
}

@ObjectType({
  description:
    "Marks of a group counted, and the figures made of them; per cent and means are exact, rounded half up to two digits (`87.50`), and null (shown as «—») where nobody is counted.",
  simpleResolvers: true,
})
export class AnalysisQuality {
  @Field(() => Int, { description: "Fives." })
  five: number;

  @Field(() => Int, { description: "Fours." })
  four: number;

  @Field(() => Int, { description: "Threes." })
  three: number;

  @Field(() => Int, { description: "Twos, with the rare ones." })
  two: number;

  @Field(() => Int, { description: "Passes (зачёт)." })
  passed: number;

  @Field(() => Int, { description: "Not passed (незачёт)." })
  failed: number;

  @Field(() => Int, { description: "Not assessed (н/а)." })
  notAssessed: number;

  @Field(() => Int, { description: "Released (осв); not in `size`." })
  released: number;

  @Field(() => Int, { description: "Empty cells; not in `size`." })
  unmarked: number;

  @Field(() => Int, { description: "N: all but the released and the empty cells; н/а stays in." })
  size: number;

  @Field(() => String, { nullable: true, description: "The mean of the grades." })
  mean: string | null;

  @Field(() => String, { nullable: true, description: "Успеваемость, %." })
  success: string | null;

  @Field(() => String, { nullable: true, description: "Качество знаний, %." })
  quality: string | null;

  @Field(() => String, { nullable: true, description: "СОУ, %, where н/а brings nothing." })
  learning: string | null;

  @Field(() => String, { nullable: true, description: "СОУ, %, with what the school gives for н/а; null also where it gives nothing." })
  learningWithNotAssessed: string | null;
}

@ObjectType({ description: "A subject in the class, over its journals of the class, of groups and at home.", simpleResolvers: true })
export class AnalysisSubject {
  @Field(() => ID, { description: "The subject." })
  subjectId: string;

  @Field(() => String, { description: "Its name." })
  subject: string;

  @Field(() => [String], { description: "Surnames and initials of those who teach it there." })
  teachers: string[];

  @Field(() => AnalysisQuality, { description: "Its figures." })
  quality: AnalysisQuality;
}

@ObjectType({ description: "A mark that decided a pupil's category, or that is not set yet.", simpleResolvers: true })
export class AnalysisMark {
  @Field(() => String, { description: "The subject." })
  subject: string;

  @Field(() => String, { nullable: true, description: "Surname and initials of the teacher." })
  teacher: string | null;

  @Field(() => String, { nullable: true, description: "«3», «н/а», «нз»; null: an empty cell." })
  mark: string | null;
}

@ObjectType({ description: "Lessons missed and days missed as a whole, by reason; late is not absent.", simpleResolvers: true })
export class AnalysisAbsences {
  @Field(() => Int, { description: "Lessons missed through illness." })
  sickLessons: number;

  @Field(() => Int, { description: "Lessons missed for another good reason." })
  excusedLessons: number;

  @Field(() => Int, { description: "Lessons missed without a known reason." })
  unexcusedLessons: number;

  @Field(() => Int, { description: "Times late." })
  late: number;

  @Field(() => Int, { description: "Whole days missed through illness." })
  sickDays: number;

  @Field(() => Int, { description: "Whole days missed for another good reason." })
  excusedDays: number;

  @Field(() => Int, { description: "Whole days missed without a known reason." })
  unexcusedDays: number;
}

@ObjectType({ description: "A pupil of the class on the period's day.", simpleResolvers: true })
export class AnalysisPupil {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => PupilCategory, { description: "By the worst mark over the subjects." })
  category: PupilCategory;

  @Field(() => [AnalysisMark], { description: "The marks that decided it; empty for fives, fours and threes in plenty." })
  deciding: AnalysisMark[];

  @Field(() => [AnalysisMark], { description: "Subjects where no mark is set yet." })
  unmarked: AnalysisMark[];

  @Field(() => AnalysisAbsences, { description: "Absences in the period." })
  absences: AnalysisAbsences;
}

@ObjectType({ description: "How many pupils are in a category.", simpleResolvers: true })
export class AnalysisCategory {
  @Field(() => PupilCategory, { description: "The category." })
  category: PupilCategory;

  @Field(() => Int, { description: "Pupils." })
  count: number;
}

@ObjectType({ description: "A period in short, to be compared.", simpleResolvers: true })
export class AnalysisComparison {
  @Field(() => AnalysisPeriod, { description: "The period." })
  period: AnalysisPeriod;

  @Field(() => Int, { description: "Pupils on its day." })
  pupilCount: number;

  @Field(() => AnalysisQuality, { description: "By pupils: a pupil counts as the worst of the own marks." })
  byPupils: AnalysisQuality;

  @Field(() => AnalysisQuality, { description: "Over all marks of all subjects." })
  byMarks: AnalysisQuality;

  @Field(() => [AnalysisCategory], { description: "Every category, with zeros." })
  categories: AnalysisCategory[];

  @Field(() => AnalysisAbsences, { description: "Lessons missed by all pupils; days are counted for the analysed period only." })
  absences: AnalysisAbsences;
}

@ObjectType({ description: "The figures of a class for a term or a year [3.3.2].", simpleResolvers: true })
export class AnalysisFigures {
  @Field(() => AnalysisComparison, { description: "The period itself." })
  summary: AnalysisComparison;

  @Field(() => Int, { nullable: true, description: "What н/а brings to СОУ by the school's rule of that day; null: it is left out." })
  notAssessedPoints: number | null;

  @Field(() => [AnalysisSubject], { description: "Subjects in the school's order." })
  subjects: AnalysisSubject[];

  @Field(() => [AnalysisPupil], { description: "Pupils by the Russian alphabet." })
  pupils: AnalysisPupil[];

  @Field(() => [AnalysisComparison], { description: "Earlier terms of the year, then the same period of the year before." })
  comparison: AnalysisComparison[];
}
