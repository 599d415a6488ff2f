import { Column, Entity, PrimaryColumn } from "typeorm";

/** A subject area of the federal curriculum: a catalogue, the same for every school. */
@Entity("subject_area")
export class SubjectArea {
  @PrimaryColumn("text")
  code: string;

  @Column("text")
  name: string;
}
