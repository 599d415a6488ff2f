import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { MarkQuestionOutcome } from "../questions/question-state";
import { NoticeKind, QuestionStep } from "./notice-kind";

@ObjectType({ description: "One thing told to the viewer; what it says is what was true when it was made.", simpleResolvers: true })
export class Notice {
  @Field(() => ID, { description: "Its id; ids are in the order of time." })
  id: string;

  @Field(() => NoticeKind, { description: "What it tells of." })
  kind: NoticeKind;

  @Field(() => DateTime, { description: "When the thing happened." })
  occurredAt: Date;

  @Field(() => DateTime, { description: "When the notice was there to be read." })
  arrivedAt: Date;

  @Field(() => DateTime, { nullable: true, description: "When the viewer read it; null: unread." })
  readAt: Date | null;

  @Field(() => ID, { nullable: true, description: "The child it is about." })
  pupilId: string | null;

  @Field(() => String, { nullable: true, description: "The given name of the child; null for news of staff's own." })
  pupilName: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The subject, with MARK, TERM_MARK, ABSENCE, HOMEWORK, SUBSTITUTION, RESIT, DEBT; with TERM_LOCK also the class.",
  })
  subject: string | null;

  @Field(() => ID, { nullable: true, description: "The lesson, with the same kinds but TERM_MARK." })
  lessonId: string | null;

  @Field(() => ID, { nullable: true, description: "The journal of the lesson, or of the request." })
  journalId: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The date of the lesson; the last day of the term, with TERM_MARK." })
  lessonDate: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What was before: a mark ("1" to "5", "PASS", "FAIL"; for a term also "NOT_ASSESSED", "RELEASED"), a kind of attendance, the beginning of the homework, the teacher replaced, the day of the resit, with DEBT "ENDS" or "ENDED"; null: nothing.',
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What is now, in the same form, with DEBT its last day; null: taken away, or the lesson is cancelled.",
  })
  after: string | null;

  @Field(() => ID, { nullable: true, description: "The conversation, with MESSAGE." })
  conversationId: string | null;

  @Field(() => ID, { nullable: true, description: "The announcement, with ANNOUNCEMENT." })
  announcementId: string | null;

  @Field(() => ID, { nullable: true, description: "The report, with REPORT." })
  reportId: string | null;

  @Field(() => ID, { nullable: true, description: "The forecast, with FORECAST." })
  forecastId: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The request to open a closed term, with TERM_LOCK; `after` is the answer: GRANTED or REFUSED, null: it waits.",
  })
  openingRequestId: string | null;

  @Field(() => ID, { nullable: true, description: "The closed term, with TERM_LOCK." })
  termId: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when it was opened, with TERM_LOCK." })
  openUntil: string | null;
  @Field(() => ID, { nullable: true, description: "The question about a mark, with QUESTION." })
  questionId: string | null;

  @Field(() => QuestionStep, { nullable: true, description: "What happened to the question." })
  questionStep: QuestionStep | null;

  @Field(() => MarkQuestionOutcome, { nullable: true, description: "How the question ended, when that is told." })
  questionOutcome: MarkQuestionOutcome | null;

  @Field(() => LocalDate, { nullable: true, description: "The day by which the question is to be answered." })
  dueOn: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Who wrote, with MESSAGE; the announcement's title, with ANNOUNCEMENT; who reports, with REPORT; the work's title, with RESIT and DEBT; who asks or answers, with TERM_LOCK; what the mark is for («2-я четверть», «год»), with TERM_MARK; who sent it, with FORECAST.",
  })
  title: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The beginning of the message, the reason of the report, what is to be corrected, or the deputy's words.",
  })
  text: string | null;
}

@ObjectType({ description: "The viewer's notices, newest first." })
export class NoticeConnection extends connectionOf(Notice, "Notice") {}
