import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Staff } from "../people/staff.entity";

/** Who is in charge of a class, from..to. */
@Entity("class_teacher")
export class ClassTeacher {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid", { name: "class_id" })
  classId: string;

  @Column("uuid", { name: "staff_id" })
  staffId: string;

  @Column("date", { name: "valid_from" })
  validFrom: string;

  @Column("date", { name: "valid_to", nullable: true })
  validTo: string | null;

  /** Joined by the loader of a class's teacher. */
  staff: Staff;
}
