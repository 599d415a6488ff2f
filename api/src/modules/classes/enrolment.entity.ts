import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Pupil } from "../people/pupil.entity";
import type { SchoolClass } from "./school-class.entity";

/** A pupil in a class, from..to. */
@Entity("enrolment")
export class Enrolment {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid", { name: "pupil_id" })
  pupilId: string;

  @Column("uuid", { name: "class_id" })
  classId: string;

  @Column("date", { name: "valid_from" })
  validFrom: string;

  @Column("date", { name: "valid_to", nullable: true })
  validTo: string | null;

  /** Joined by the loader of a class's pupils. */
  pupil: Pupil;

  /** Joined by the loader of a pupil's class. */
  schoolClass: SchoolClass;
}
