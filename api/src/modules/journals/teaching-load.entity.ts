import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Staff } from "../people/staff.entity";

/** Who teaches which journal, from..to. */
@Entity("teaching_load")
export class TeachingLoad {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid", { name: "journal_id" })
  journalId: string;

  @Column("uuid", { name: "staff_id" })
  staffId: string;

  @Column("numeric", { name: "weekly_hours", transformer: { from: Number, to: String } })
  weeklyHours: number;

  @Column("date", { name: "valid_from" })
  validFrom: string;

  @Column("date", { name: "valid_to", nullable: true })
  validTo: string | null;

  /** Joined by the loader of a journal's teachers. */
  staff: Staff;
}
