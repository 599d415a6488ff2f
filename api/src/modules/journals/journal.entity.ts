import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../kernel/connection";
import { TermKind } from "../calendar/term-kind";
import { JournalKind } from "./journal-kind";
import { MarkingScheme } from "./marking-scheme";

@Entity("journal")
@ObjectType({
  description: "The subject page: one subject for one class, group or pupil in one academic year [1.4.1].",
  simpleResolvers: true,
})
export class Journal {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The journal's id." })
  id: string;

  @Column("uuid", { name: "academic_year_id" })
  academicYearId: string;

  @Column("uuid", { name: "subject_id" })
  subjectId: string;

  @Column("text")
  @Field(() => JournalKind, { description: "Whom the journal is of." })
  kind: JournalKind;

  /** Of `classId`, `groupId` and `pupilId` exactly one is there. */
  @Column("uuid", { name: "class_id", nullable: true })
  classId: string | null;

  @Column("uuid", { name: "group_id", nullable: true })
  groupId: string | null;

  @Column("uuid", { name: "pupil_id", nullable: true })
  pupilId: string | null;

  @Column("text", { name: "marking_scheme" })
  @Field(() => MarkingScheme, { description: "The scale of its marks." })
  markingScheme: MarkingScheme;

  @Column("text", { name: "term_kind" })
  @Field(() => TermKind, { description: "Which terms divide its year." })
  termKind: TermKind;
}

@ObjectType({ description: "A page of journals.", simpleResolvers: true })
export class JournalConnection extends connectionOf(Journal, "Journal") {}
