import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Guardian } from "./guardian.entity";

/** Which guardian of which pupil, from..to. */
@Entity("guardianship")
export class Guardianship {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid", { name: "guardian_id" })
  guardianId: string;

  @Column("uuid", { name: "pupil_id" })
  pupilId: string;

  @Column("date", { name: "valid_from" })
  validFrom: string;

  @Column("date", { name: "valid_to", nullable: true })
  validTo: string | null;

  /** Joined by the loader of a pupil's guardians. */
  guardian: Guardian;
}
