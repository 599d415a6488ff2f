import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Role } from "../../kernel/viewer";

/** Of what an audience is made. */
export enum AudienceKind {
  SCHOOL = "SCHOOL",
  GRADE = "GRADE",
  CLASS = "CLASS",
  GROUP = "GROUP",
  ROLE = "ROLE",
}
registerEnumType(AudienceKind, {
  name: "AudienceKind",
  description: "Whom an announcement is for: the whole school, a grade, a class, a study group, or everybody who holds a role.",
});

@ObjectType({ description: "One audience of an announcement.", simpleResolvers: true })
export class Audience {
  @Field(() => AudienceKind, { description: "Of what it is made." })
  kind: AudienceKind;

  @Field(() => Int, { nullable: true, description: "The grade, 1 to 11, with GRADE." })
  grade: number | null;

  @Field(() => ID, { nullable: true, description: "The class, with CLASS." })
  classId: string | null;

  @Field(() => ID, { nullable: true, description: "The study group, with GROUP." })
  groupId: string | null;

  @Field(() => Role, { nullable: true, description: "The role, with ROLE: everybody who held it on the day of publication." })
  role: Role | null;

  @Field(() => String, { nullable: true, description: "The name of the class or of the group." })
  label: string | null;

  @Field(() => Boolean, { description: "For the pupils there." })
  pupils: boolean;

  @Field(() => Boolean, { description: "For their guardians." })
  guardians: boolean;

  @Field(() => Boolean, { description: "For the staff: who teaches there or leads the class; of the school, everybody employed." })
  staff: boolean;
}

@ObjectType({ description: "An audience that the viewer may address.", simpleResolvers: true })
export class AudienceChoice {
  @Field(() => AudienceKind, { description: "Of what it is made." })
  kind: AudienceKind;

  @Field(() => Int, { nullable: true, description: "The grade, with GRADE." })
  grade: number | null;

  @Field(() => ID, { nullable: true, description: "The class, with CLASS." })
  classId: string | null;

  @Field(() => ID, { nullable: true, description: "The study group, with GROUP." })
  groupId: string | null;

  @Field(() => Role, { nullable: true, description: "The role, with ROLE." })
  role: Role | null;

  @Field(() => String, {
    description:
      "The name of the class or the group; the school's short name; the grade's number; for ROLE the role's own code, worded by the portal.",
  })
  label: string;

  @Field(() => Boolean, { description: "May its pupils be addressed." })
  mayPupils: boolean;

  @Field(() => Boolean, { description: "May their guardians be addressed." })
  mayGuardians: boolean;

  @Field(() => Boolean, { description: "May the staff there be addressed." })
  mayStaff: boolean;
}
