import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { LocalDate } from "../../kernel/scalars";
import { TermCard } from "../calendar/term-card";
import { ControlWorkState } from "./control-work-card";

@InputType({ description: "What to narrow the control board to." })
export class BoardFilter {
  @Field(() => ID, { nullable: true, description: "Journals of this class and of its groups." })
  classId?: string | null;

  @Field(() => ID, { nullable: true, description: "Journals that this teacher has or had in the term." })
  teacherId?: string | null;

  @Field(() => ID, { nullable: true, description: "Journals of this subject." })
  subjectId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only journals with a planned work not held, an incomplete one or an overdue resit.",
  })
  onlyProblems?: boolean | null;
}

@ObjectType({ description: "A control work that is not done, with the way to its cell.", simpleResolvers: true })
export class BoardWork {
  @Field(() => ID, { description: "The work's column." })
  assessmentId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => LocalDate, { description: "The day of the work." })
  date: string;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => ControlWorkState, { description: "How far it is." })
  state: ControlWorkState;

  @Field(() => Int, { description: "Pupils present without a mark." })
  lacking: number;

  @Field(() => Int, { description: "Pupils absent who have not resat it." })
  absent: number;

  @Field(() => Int, { description: "Those of them whose resit is overdue." })
  overdue: number;
}

/** Counts of control works, of one journal or of all. */
@ObjectType({ description: "Counts of control works [3.2.4, 3.4.4].", simpleResolvers: true })
export class WorkCounts {
  @Field(() => Int, { description: "Control works that the plans (КТП) have in the term." })
  planned: number;

  @Field(() => Int, { description: "Those of them whose day is over and that were not held." })
  notHeld: number;

  @Field(() => Int, { description: "Control works held in the term." })
  held: number;

  @Field(() => Int, { description: "Those of them where everybody present has a mark." })
  complete: number;

  @Field(() => Int, { description: "Those of them where somebody present has none." })
  incomplete: number;

  @Field(() => Int, { description: "Resits that are owed." })
  resits: number;

  @Field(() => Int, { description: "Resits that are overdue." })
  overdue: number;
}

@ObjectType({ description: "The control works of one journal in a term.", simpleResolvers: true })
export class JournalWorks {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => ID, { nullable: true, description: "The same teacher, to narrow the board to." })
  teacherId: string | null;

  @Field(() => String, { nullable: true, description: "Who teaches it, by the load of the term's last day so far." })
  teacher: string | null;

  @Field(() => WorkCounts, { description: "The counts." })
  counts: WorkCounts;

  @Field(() => [BoardWork], { description: "The works that are not done, the oldest first." })
  works: BoardWork[];

  /** What the list is sorted by. */
  grade: number;
  sortOrder: number;
}

@ObjectType({ description: "Journals by class and subject, with the sum over all pages.", simpleResolvers: true })
export class JournalWorksConnection extends connectionOf(JournalWorks, "JournalWorks") {
  @Field(() => WorkCounts, { description: "The sum over all journals of the list." })
  total: WorkCounts;

  @Field(() => Int, { description: "How many journals the whole list holds." })
  journalCount: number;
}

@ObjectType({ description: "The control board of a term: a field for each direction of control [3.4.4]." })
export class ControlBoard {
  @Field(() => TermCard, { description: "The term shown." })
  term: TermCard;

  @Field(() => [TermCard], { description: "The terms of the school year, of every kind." })
  terms: TermCard[];
}
