import { Column, Entity, PrimaryColumn } from "typeorm";
import type { HeldRole, Role } from "../../kernel/viewer";

/** A role that a member of staff holds, from..to. */
@Entity("staff_role")
export class StaffRole implements HeldRole {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid", { name: "staff_id" })
  staffId: string;

  @Column("text")
  role: Role;

  @Column("date", { name: "valid_from" })
  validFrom: string;

  @Column("date", { name: "valid_to", nullable: true })
  validTo: string | null;
}
