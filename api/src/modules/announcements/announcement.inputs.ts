import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { Role } from "../../kernel/viewer";
import { Announcement } from "./announcement";
import { AudienceKind } from "./audience";

const OPERATION = "A UUID made by the client: sent again the operation answers the same and does nothing twice.";
const AFTER = "The cursor after which the page starts; left out: the first page.";

@ArgsType()
export class AnnouncementPageArgs {
  @Field(() => Int, { defaultValue: 20, description: "Rows on the page, 1 to 200." })
  first: number;

  @Field(() => String, { nullable: true, description: AFTER })
  after?: string | null;
}

@InputType({
  description: "One audience: exactly what its kind needs is named, and with all but ROLE at least one of pupils, guardians, staff.",
})
export class AudienceInput {
  @Field(() => AudienceKind, { description: "Of what it is made." })
  kind: AudienceKind;

  @Field(() => Int, { nullable: true, description: "The grade, 1 to 11; with GRADE." })
  grade?: number | null;

  @Field(() => ID, { nullable: true, description: "The class; with CLASS." })
  classId?: string | null;

  @Field(() => ID, { nullable: true, description: "The study group; with GROUP." })
  groupId?: string | null;

  @Field(() => Role, { nullable: true, description: "The role; with ROLE." })
  role?: Role | null;

  @Field(() => Boolean, { defaultValue: false, description: "For the pupils there." })
  pupils: boolean;

  @Field(() => Boolean, { defaultValue: false, description: "For their guardians." })
  guardians: boolean;

  @Field(() => Boolean, { defaultValue: false, description: "For the staff there." })
  staff: boolean;
}

@InputType({ description: "An announcement to publish." })
export class PublishAnnouncementInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => String, { description: "The title: one line, 1 to 150 characters." })
  title: string;

  @Field(() => String, { description: "The text: 1 to 10,000 characters, plain." })
  text: string;

  @Field(() => [AudienceInput], { description: "For whom: 1 to 30 audiences. Who is in several receives it once." })
  audiences: AudienceInput[];

  @Field(() => LocalDate, { description: "The first day it is shown." })
  shownFrom: string;

  @Field(() => LocalDate, { description: "The last day it is shown: not past, at most a year after the first." })
  shownTo: string;

  @Field(() => Boolean, { description: "Ask everybody to acknowledge it." })
  needsAcknowledgement: boolean;
}

@InputType({ description: "A published announcement as it is to be; to whom it went does not change." })
export class EditAnnouncementInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The announcement." })
  announcementId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => String, { description: "The title: one line, 1 to 150 characters." })
  title: string;

  @Field(() => String, { description: "The text: 1 to 10,000 characters, plain." })
  text: string;

  @Field(() => LocalDate, { description: "The first day it is shown." })
  shownFrom: string;

  @Field(() => LocalDate, { description: "The last day it is shown." })
  shownTo: string;
}

@InputType({ description: "An announcement to withdraw." })
export class WithdrawAnnouncementInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The announcement." })
  announcementId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;
}

@InputType({ description: "Announcements that the viewer has read." })
export class ReadAnnouncementsInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => [ID], { description: "The announcements, 1 to 100." })
  announcementIds: string[];
}

@InputType({ description: "An announcement that the viewer acknowledges." })
export class AcknowledgeAnnouncementInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The announcement." })
  announcementId: string;
}

@ObjectType({ description: "The announcement as it was published.", simpleResolvers: true })
export class PublishAnnouncementPayload {
  @Field(() => Announcement, { description: "The announcement." })
  announcement: Announcement;
}

@ObjectType({ description: "The announcement as it stands now.", simpleResolvers: true })
export class EditAnnouncementPayload {
  @Field(() => Announcement, { description: "The announcement." })
  announcement: Announcement;
}

@ObjectType({ description: "The withdrawn announcement.", simpleResolvers: true })
export class WithdrawAnnouncementPayload {
  @Field(() => Announcement, { description: "The announcement." })
  announcement: Announcement;
}

@ObjectType({ description: "The announcements as the viewer has them now.", simpleResolvers: true })
export class ReadAnnouncementsPayload {
  @Field(() => [Announcement], { description: "The announcements, newest first." })
  announcements: Announcement[];
}

@ObjectType({ description: "The announcement as the viewer has it now.", simpleResolvers: true })
export class AcknowledgeAnnouncementPayload {
  @Field(() => Announcement, { description: "The announcement." })
  announcement: Announcement;
}
