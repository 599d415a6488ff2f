import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalTime } from "../../kernel/scalars";
import { NewsCounts } from "./news-counts";
import { MailTime, NoticeKind } from "./notice-kind";
import { NoticeSettings } from "./notice-settings";

@ArgsType()
export class NoticePageArgs {
  @Field(() => Int, { defaultValue: 30, description: "Rows on the page, 1 to 200." })
  first: number;

  @Field(() => String, { nullable: true, description: "The cursor after which the page starts; left out: the first page." })
  after?: string | null;
}

const OPERATION_ID = "A UUID made by the client: sent again the operation answers the same and does nothing twice.";

@InputType({ description: "Notices that were read." })
export class ReadNoticesInput {
  @Field(() => ID, { description: OPERATION_ID })
  operationId: string;

  @Field(() => ID, { description: "The notice." })
  noticeId: string;

  @Field(() => Boolean, { defaultValue: false, description: "And everything before it." })
  andOlder: boolean;
}

@ObjectType({ description: "What is new after that.", simpleResolvers: true })
export class ReadNoticesPayload {
  @Field(() => NewsCounts, { description: "The counts." })
  counts: NewsCounts;
}

@InputType({ description: "How one kind of news is to come." })
export class NoticeChoiceInput {
  @Field(() => NoticeKind, { description: "The kind." })
  kind: NoticeKind;

  @Field(() => Boolean, { description: "Shown in the portal." })
  inPortal: boolean;

  @Field(() => MailTime, { description: "By e-mail." })
  byMail: MailTime;
}

@InputType({ description: "What the viewer wants to hear of, where and when." })
export class SetNoticeSettingsInput {
  @Field(() => ID, { description: OPERATION_ID })
  operationId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => [NoticeChoiceInput], { description: "The choices; a kind that is left out stays as it is." })
  choices: NoticeChoiceInput[];

  @Field(() => LocalTime, { description: "From then on no letter comes." })
  quietFrom: string;

  @Field(() => LocalTime, { description: "Until then no letter comes." })
  quietTo: string;

  @Field(() => LocalTime, { description: "When the digest is sent." })
  digestAt: string;

  @Field(() => Int, { description: "The weekday of the weekly digest: 1 Monday to 7 Sunday." })
  digestWeekday: number;
}

@ObjectType({ description: "The settings as they stand now.", simpleResolvers: true })
export class SetNoticeSettingsPayload {
  @Field(() => NoticeSettings, { description: "The settings." })
  settings: NoticeSettings;
}

@InputType({ description: "What is to be tried once more." })
export class RetryDeadLettersInput {
  @Field(() => ID, { description: OPERATION_ID })
  operationId: string;

  @Field(() => [ID], { description: "Ids of dead letters, at most 200." })
  ids: string[];
}

@ObjectType({ description: "What is tried once more.", simpleResolvers: true })
export class RetryDeadLettersPayload {
  @Field(() => Int, { description: "How many there were to try." })
  retried: number;
}
