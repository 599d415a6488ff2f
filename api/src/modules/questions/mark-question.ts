import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { TermKind } from "../calendar/term-kind";
import { TermMarkKind } from "../term-marks/term-mark-kind";
import { MarkQuestionOutcome, MarkQuestionState, QuestionSide } from "./question-state";

const VALUE = '"1" to "5", "PASS", "FAIL", "DEBT" (точка); of a term mark also "NOT_ASSESSED" (н/а) and "RELEASED" (осв)';

@ObjectType({ description: "A guardian's question about one mark [3.3.4].", simpleResolvers: true })
export class MarkQuestion {
  @Field(() => ID, { description: "The question." })
  id: string;

  @Field(() => MarkQuestionState, { description: "Where it stands." })
  state: MarkQuestionState;

  @Field(() => ID, { description: "Whose mark it is." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name of the pupil." })
  pupilName: string;

  @Field(() => String, { nullable: true, description: "The pupil's class today." })
  classLabel: string | null;

  @Field(() => ID, { description: "The journal of the mark." })
  journalId: string;

  @Field(() => String, { description: "Its subject." })
  subject: string;

  @Field(() => ID, { nullable: true, description: "The mark of a lesson; null: it is about a term mark." })
  markId: string | null;

  @Field(() => ID, { nullable: true, description: "The lesson, with `markId`." })
  lessonId: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The lesson's date." })
  lessonDate: string | null;

  @Field(() => AssessmentKind, { nullable: true, description: "The kind of work." })
  workKind: AssessmentKind | null;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  workTitle: string | null;

  @Field(() => ID, { nullable: true, description: "The term mark; null: it is about a mark of a lesson." })
  termMarkId: string | null;

  @Field(() => TermMarkKind, { nullable: true, description: "What the term mark is for." })
  termMarkKind: TermMarkKind | null;

  @Field(() => ID, { nullable: true, description: "The term of a term mark." })
  termId: string | null;

  @Field(() => TermKind, { nullable: true, description: "A quarter, a half-year or a trimester, with `termId`." })
  termKind: TermKind | null;

  @Field(() => Int, { nullable: true, description: "The number of the term, with `termId`." })
  termNumber: number | null;

  @Field(() => String, { description: `The mark as it stood when the question was asked: ${VALUE}.` })
  askedValue: string;

  @Field(() => String, {
    nullable: true,
    description: "The mark as it stands now, or stood when the question was closed; null: taken away.",
  })
  value: string | null;

  @Field(() => String, { description: "Who asked: surname, given name and patronymic." })
  askedByName: string;

  @Field(() => DateTime, { description: "When it was asked." })
  askedAt: Date;

  @Field(() => LocalDate, { description: "The school day by which a teacher is to answer." })
  dueOn: string;

  @Field(() => Boolean, { description: "Nobody has answered, and the day has passed." })
  isOverdue: boolean;

  @Field(() => Boolean, { description: "It was answered after that day." })
  isAnsweredLate: boolean;

  @Field(() => DateTime, { nullable: true, description: "When a teacher first answered." })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true, description: "Who answered first, as «Иванова М. П.»." })
  answeredByName: string | null;

  @Field(() => [String], { description: "Who may answer it today, as «Иванова М. П.»: the journal's teachers and who had set the mark." })
  teachers: string[];

  @Field(() => DateTime, { nullable: true, description: "When it was closed." })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Who closed it, as «Иванова М. П.»." })
  closedByName: string | null;

  @Field(() => MarkQuestionOutcome, { nullable: true, description: "How it ended, once it is closed." })
  outcome: MarkQuestionOutcome | null;

  @Field(() => Int, { description: "How many texts its thread has." })
  textCount: number;

  @Field(() => String, { description: "The beginning of the last text." })
  lastText: string;

  @Field(() => QuestionSide, { description: "Who wrote it." })
  lastSide: QuestionSide;

  @Field(() => Int, { description: "The version to name in a change; it grows with every text." })
  version: number;
}

@ObjectType({ description: "A text of a question's thread: plain text, with line breaks.", simpleResolvers: true })
export class MarkQuestionText {
  @Field(() => Int, { description: "Its number in the thread, from 1." })
  seq: number;

  @Field(() => QuestionSide, { description: "Who writes: a teacher, or the family." })
  side: QuestionSide;

  @Field(() => String, { description: "Surname, given name and patronymic of the author." })
  authorName: string;

  @Field(() => Boolean, { description: "The viewer wrote it." })
  isMine: boolean;

  @Field(() => String, { description: "The text." })
  text: string;

  @Field(() => DateTime, { description: "When it was written." })
  writtenAt: string;
}

@ObjectType({ description: "A change of the mark since the question was asked.", simpleResolvers: true })
export class MarkQuestionChange {
  @Field(() => DateTime, { description: "When." })
  at: string;

  @Field(() => String, { nullable: true, description: "The mark before; null: there was none." })
  before: string | null;

  @Field(() => String, { nullable: true, description: "The mark after; null: taken away." })
  after: string | null;
}

@ObjectType({ description: "A question with its whole thread, and what the viewer may do in it.", simpleResolvers: true })
export class MarkQuestionThread {
  @Field(() => MarkQuestion, { description: "The question." })
  question: MarkQuestion;

  @Field(() => [MarkQuestionText], { description: "In the order in which they were written; the first is the question itself." })
  texts: MarkQuestionText[];

  @Field(() => [MarkQuestionChange], { description: "Changes of the mark from the asking to the closing, in order." })
  changes: MarkQuestionChange[];

  @Field(() => Boolean, { description: "The viewer may write in it." })
  mayWrite: boolean;

  @Field(() => Boolean, { description: "The viewer answers it as a teacher; a text of theirs stops the clock." })
  mayAnswer: boolean;

  @Field(() => [MarkQuestionOutcome], { description: "How the viewer may close it now; none: not at all." })
  outcomes: MarkQuestionOutcome[];
}

@ObjectType({ description: "A page of questions about marks.", simpleResolvers: true })
export class MarkQuestionConnection extends connectionOf(MarkQuestion, "MarkQuestion") {
  count: () => Promise<number>;
}
