import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf, type CountedPage } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { Audience } from "./audience";

@ObjectType({ description: "What the school, or a class teacher, tells many people at once [1.4.8].", simpleResolvers: true })
export class Announcement {
  @Field(() => ID, { description: "The announcement's id." })
  id: string;

  @Field(() => String, { description: "The title, one line." })
  title: string;

  @Field(() => String, { description: "Plain text of many lines: show it as text, never as HTML." })
  text: string;

  @Field(() => ID, { description: "The person who published it." })
  authorId: string;

  @Field(() => String, { description: "Surname, given name and patronymic of the author." })
  authorName: string;

  @Field(() => Boolean, { description: "Did the viewer publish it." })
  isMine: boolean;

  @Field(() => [Audience], { description: "To whom it was addressed, as it was chosen." })
  audiences: Audience[];

  @Field(() => LocalDate, { description: "The first day it is shown." })
  shownFrom: string;

  @Field(() => LocalDate, { description: "The last day it is shown." })
  shownTo: string;

  @Field(() => Boolean, { description: "Does the author ask to acknowledge it." })
  needsAcknowledgement: boolean;

  @Field(() => DateTime, { description: "When it was published." })
  publishedAt: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was last changed." })
  editedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was withdrawn; those who received it no longer see it." })
  withdrawnAt: Date | null;

  @Field(() => Int, { description: "The version to name in a change." })
  version: number;

  @Field(() => DateTime, { nullable: true, description: "When the viewer read it; null also when the viewer did not receive it." })
  readAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the viewer acknowledged it." })
  acknowledgedAt: Date | null;

  @Field(() => Int, { nullable: true, description: "How many people received it; for the author, the deputy and the director only." })
  recipientCount: number | null;

  @Field(() => Int, { nullable: true, description: "How many of them read it; for the same people." })
  readCount: number | null;

  @Field(() => Int, { nullable: true, description: "How many of them acknowledged it; for the same people." })
  acknowledgedCount: number | null;
}

@ObjectType({ description: "A page of announcements, newest first.", simpleResolvers: true })
export class AnnouncementConnection extends connectionOf(Announcement, "Announcement") implements CountedPage<Announcement> {
  count: () => Promise<number>;
}
