import { Field, ID, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { TermCard } from "../calendar/term-card";
import { MarkingScheme } from "../journals/marking-scheme";
import { GivenTermMark } from "./given-term-mark";
import { TotalCause } from "./suggest-year-mark";
import { TermMarkKind } from "./term-mark-kind";

@ObjectType({ description: "A column of the totals: a term, the year, the exam or the final mark.", simpleResolvers: true })
export class TotalColumn {
  @Field(() => TermMarkKind, { description: "What its marks are for." })
  kind: TermMarkKind;

  @Field(() => ID, { nullable: true, description: "The term, with the kind TERM." })
  termId: string | null;

  @Field(() => LocalDate, { description: "The first day on which its marks may be given." })
  givenFrom: string;

  @Field(() => Boolean, { description: "May the viewer give them, once that day has come." })
  mayGive: boolean;
}

@ObjectType({ description: "A suggested mark of the year, or a final one.", simpleResolvers: true })
export class TotalSuggestion {
  @Field(() => String, { description: 'In the values of a mark: "5", "PASS", "NOT_ASSESSED", "RELEASED".' })
  value: string;

  @Field(() => TotalCause, { description: "Which rule it follows from." })
  cause: TotalCause;

  @Field(() => String, { nullable: true, description: "The mean that it was rounded from: `4.50`." })
  mean: string | null;
}

@ObjectType({ description: "One mark of a pupil's totals.", simpleResolvers: true })
export class TotalMark {
  @Field(() => TermMarkKind, { description: "What it is for." })
  kind: TermMarkKind;

  @Field(() => ID, { nullable: true, description: "The term, with the kind TERM." })
  termId: string | null;

  @Field(() => GivenTermMark, { description: "The mark." })
  given: GivenTermMark;
}

@ObjectType({ description: "A pupil's row of the totals.", simpleResolvers: true })
export class TotalsPupil {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => LocalDate, { nullable: true, description: "First day in the list, when it is later than the year's first day." })
  from: string | null;

  @Field(() => LocalDate, { nullable: true, description: "Last day in the list, for one who has left." })
  to: string | null;

  @Field(() => [TotalMark], { description: "The marks that stand in this journal." })
  marks: TotalMark[];

  @Field(() => TotalSuggestion, {
    nullable: true,
    description: "The year's mark by those of the terms, in every class; null: nothing yet, or left before the last term.",
  })
  year: TotalSuggestion | null;

  @Field(() => TotalSuggestion, { nullable: true, description: "The final mark by those of the year and the exam; null: nothing yet." })
  final: TotalSuggestion | null;
}

@ObjectType({ description: "All term marks of a journal's year in one table [3.2.7, 3.4.9].", simpleResolvers: true })
export class JournalTermMarks {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => MarkingScheme, { description: "The scale of its marks." })
  markingScheme: MarkingScheme;

  @Field(() => [String], { description: "Who teaches it in this year." })
  teachers: string[];

  @Field(() => [TermCard], { description: "The terms of the year." })
  terms: TermCard[];

  @Field(() => [TotalColumn], {
    description: "The terms, the year and, in the 9th and 11th grade or where such marks stand, the exam and the final mark.",
  })
  columns: TotalColumn[];

  @Field(() => [TotalsPupil], { description: "Everybody who was here on any day of the year, by the Russian alphabet." })
  pupils: TotalsPupil[];
}
