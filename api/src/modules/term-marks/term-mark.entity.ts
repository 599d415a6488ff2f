import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateTime } from "../../kernel/scalars";
import { TermMarkKind } from "./term-mark-kind";

export enum SpecialTermMark {
  NOT_ASSESSED = "NOT_ASSESSED",
  RELEASED = "RELEASED",
}
registerEnumType(SpecialTermMark, {
  name: "SpecialTermMark",
  description: "In place of a grade: н/а, too little to assess; осв, released from the subject.",
});

@Entity("term_mark")
@ObjectType({ description: "A mark for a term or the year, of an exam, or the final one [3.2.7].", simpleResolvers: true })
export class TermMark {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The mark's id." })
  id: string;

  @Column("uuid", { name: "journal_id" })
  journalId: string;

  @Column("uuid", { name: "pupil_id" })
  pupilId: string;

  @Column("text")
  @Field(() => TermMarkKind, { description: "What it is for." })
  kind: TermMarkKind;

  @Column("uuid", { name: "term_id", nullable: true })
  termId: string | null;

  @Column("smallint", { nullable: true })
  grade: number | null;

  /** Of `grade`, `passed` and `special` one is there; none: the mark was cleared. */
  @Column("boolean", { nullable: true })
  passed: boolean | null;

  @Column("text", { nullable: true })
  @Field(() => SpecialTermMark, { nullable: true, description: "What stands in place of a grade; null beside a `value`." })
  special: SpecialTermMark | null;

  @Column("smallint", { nullable: true })
  @Field(() => Int, { nullable: true, description: "The grade that the school's rule suggested when the mark was set." })
  suggested: number | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why it differs from the suggestion." })
  reason: string | null;

  @Column("integer")
  @Field(() => Int, { description: "The version to name in a change." })
  version: number;

  @Column("timestamptz", { name: "set_at" })
  @Field(() => DateTime, { description: "When it was set or last changed." })
  setAt: Date;

  @Field(() => String, { nullable: true, description: '"1" to "5" (5 is best), "PASS" or "FAIL"; null beside a `special` mark.' })
  get value(): string | null {
    if (this.grade !== null) return String(this.grade);
    return this.passed === null ? null : this.passed ? "PASS" : "FAIL";
  }
}
