import { Field, ID, InputType, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { Role } from "../../kernel/viewer";

@ObjectType("HeldRole", { description: "A role in the school, held from..to.", simpleResolvers: true })
export class HeldRoleCard {
  @Field(() => Role, { description: "The role." })
  role: Role;

  @Field(() => LocalDate, { description: "The first day of the role." })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: "The last day of the role; null while it is open." })
  validTo: string | null;
}

@ObjectType({ description: "The viewer's school.", simpleResolvers: true })
export class SchoolCard {
  @Field(() => ID, { description: "The school's id." })
  id: string;

  @Field(() => String, { description: "The name that people use: «Школа № 1»." })
  shortName: string;

  @Field(() => String, { description: "The official name." })
  fullName: string;

  @Field(() => String, { description: "The school's time zone: civil dates are its own." })
  timeZone: string;
}

@ObjectType({ description: "A diary that the viewer may read.", simpleResolvers: true })
export class DiaryCard {
  @Field(() => ID, { description: "The pupil's id." })
  pupilId: string;

  @Field(() => String, { description: "Surname, given name and patronymic." })
  fullName: string;

  @Field(() => String, { description: "The given name, as one's own family says it." })
  shortName: string;

  @Field(() => String, { nullable: true, description: "The label of today's class; null when the pupil is in none." })
  classLabel: string | null;
}

@ObjectType({ description: "A class in the viewer's charge.", simpleResolvers: true })
export class ClassCard {
  @Field(() => ID, { description: "The class's id." })
  id: string;

  @Field(() => String, { description: "The label: 5«А»." })
  label: string;
}

@ObjectType("Viewer", { description: "The signed-in person, with the rights of today.", simpleResolvers: true })
export class ViewerCard {
  @Field(() => ID, { description: "The account's id." })
  accountId: string;

  @Field(() => ID, { description: "The person's id." })
  personId: string;

  @Field(() => String, { description: "The login." })
  login: string;

  @Field(() => String, { description: "Surname, given name and patronymic." })
  fullName: string;

  @Field(() => String, { description: "Surname with initials: Иванова М. П." })
  shortName: string;

  @Field(() => [HeldRoleCard], { description: "Roles in force today." })
  roles: HeldRoleCard[];

  @Field(() => SchoolCard, { description: "The school." })
  school: SchoolCard;

  @Field(() => LocalDate, { description: "Today by the school's clock." })
  today: string;

  @Field(() => [DiaryCard], { description: "Own children, for a guardian; oneself, for a pupil [2.2]." })
  diaries: DiaryCard[];

  @Field(() => [ClassCard], { description: "Classes in the viewer's charge." })
  leads: ClassCard[];

  @Field(() => Boolean, { description: "May the viewer send queries of one's own and open the playground." })
  mayQueryFreely: boolean;
}

@InputType({ description: "What the sign-in form holds." })
export class SignInInput {
  @Field(() => String, { description: "The login; letter case does not matter." })
  login: string;

  @Field(() => String, { description: "The password." })
  password: string;
}

@ObjectType({ description: "The answer to a sign-in.", simpleResolvers: true })
export class SignInPayload {
  @Field(() => ViewerCard, { description: "Who is signed in now." })
  viewer: ViewerCard;
}
