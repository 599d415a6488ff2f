import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { LocalDate } from "../../kernel/scalars";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { WorkPupil } from "./control-work";

export enum ControlWorkState {
  LACKS_MARKS = "LACKS_MARKS",
  RESITS = "RESITS",
  DONE = "DONE",
}
registerEnumType(ControlWorkState, {
  name: "ControlWorkState",
  description:
    "How far a control work is [3.2.4]: somebody present has no mark; complete, but somebody absent has not resat it; everybody who owes a mark has one.",
});

/** The state that the counts of a work make. */
export function stateOf({ lacking, absent }: { lacking: number; absent: number }): ControlWorkState {
  if (lacking > 0) return ControlWorkState.LACKS_MARKS;
  return absent > 0 ? ControlWorkState.RESITS : ControlWorkState.DONE;
}

@ObjectType({ description: "A control work in a list, with what is still owed [3.2.4].", simpleResolvers: true })
export class ControlWorkCard {
  @Field(() => ID, { description: "The work's column." })
  assessmentId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => LocalDate, { description: "The day of the work." })
  date: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => ControlWorkState, { description: "How far it is." })
  state: ControlWorkState;

  @Field(() => Int, { description: "Pupils who were at the lesson." })
  present: number;

  @Field(() => Int, { description: "Pupils who have a mark, resits included." })
  marked: number;

  @Field(() => Int, { description: "Pupils present who have none." })
  lacking: number;

  @Field(() => Int, { description: "Pupils absent who have not resat it." })
  absent: number;

  @Field(() => Int, { description: "Those of them whose resit is overdue." })
  overdue: number;

  @Field(() => [WorkPupil], { description: "Who lacks a mark or is to resit the work, by name." })
  pupils: WorkPupil[];
}

@ObjectType({ description: "Control works, the oldest first.", simpleResolvers: true })
export class ControlWorkConnection extends connectionOf(ControlWorkCard, "ControlWork") {}
