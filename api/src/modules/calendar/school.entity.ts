import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("school")
@ObjectType({ description: "The school: everything in the graph belongs to it.", simpleResolvers: true })
export class School {
  @PrimaryColumn("uuid", { name: "school_id" })
  @Field(() => ID, { description: "The school's id." })
  id: string;

  @Column("text", { name: "short_name" })
  @Field(() => String, { description: "The name that people use: «Школа № 1»." })
  shortName: string;

  @Column("text", { name: "full_name" })
  @Field(() => String, { description: "The official name." })
  fullName: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The postal address." })
  address: string | null;

  @Column("text", { name: "time_zone" })
  @Field(() => String, { description: "The time zone of the school's civil dates: Europe/Moscow." })
  timeZone: string;
}
