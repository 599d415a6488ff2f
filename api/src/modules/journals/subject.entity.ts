import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("subject")
@ObjectType({ description: "A subject of the school.", simpleResolvers: true })
export class Subject {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The subject's id." })
  id: string;

  @Column("text")
  @Field(() => String, { description: "The name: Алгебра." })
  name: string;

  @Column("text", { name: "short_name" })
  @Field(() => String, { description: "The name for narrow columns." })
  shortName: string;

  @Column("text", { name: "subject_area" })
  subjectAreaCode: string;

  @Column("boolean", { name: "is_foreign_language" })
  @Field(() => Boolean, { description: "Topics of a foreign language may hold foreign words beside the Russian ones [2.7]." })
  isForeignLanguage: boolean;

  /** The school's own order of subjects. */
  @Column("smallint", { name: "sort_order" })
  sortOrder: number;
}
