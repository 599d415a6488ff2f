import { Field, Int, ObjectType } from "type-graphql";
import { LocalTime } from "../../kernel/scalars";
import { MailTime, NoticeKind } from "./notice-kind";

@ObjectType({ description: "How one kind of news comes to the viewer.", simpleResolvers: true })
export class NoticeChoice {
  @Field(() => NoticeKind, { description: "The kind." })
  kind: NoticeKind;

  @Field(() => Boolean, { description: "Shown in the portal." })
  inPortal: boolean;

  @Field(() => MailTime, { description: "By e-mail." })
  byMail: MailTime;
}

@ObjectType({ description: "What the viewer wants to hear of, where and when. Times are by the school's clock.", simpleResolvers: true })
export class NoticeSettings {
  @Field(() => [NoticeChoice], { description: "A choice for each kind that can concern the viewer." })
  choices: NoticeChoice[];

  @Field(() => LocalTime, { description: "From then on no letter comes; the same as `quietTo`: letters come at any hour." })
  quietFrom: string;

  @Field(() => LocalTime, { description: "Until then no letter comes; earlier than `quietFrom`: over midnight." })
  quietTo: string;

  @Field(() => LocalTime, { description: "When the digest is sent." })
  digestAt: string;

  @Field(() => Int, { description: "The weekday of the weekly digest: 1 Monday to 7 Sunday." })
  digestWeekday: number;

  @Field(() => String, { nullable: true, description: "The viewer's address; null: the school has none, and no letters come." })
  email: string | null;

  @Field(() => Boolean, { description: "The school sends letters." })
  mailIsOn: boolean;

  @Field(() => Int, { description: "The version to name in a change; 0: nothing was chosen yet." })
  version: number;
}
