import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../kernel/scalars";
import { TermCard } from "../calendar/term-card";
import { SubjectForecast } from "./pupil-forecast";

export enum ForecastMail {
  NONE = "NONE",
  WAITING = "WAITING",
  SENT = "SENT",
  FAILED = "FAILED",
}
registerEnumType(ForecastMail, {
  name: "ForecastMail",
  description:
    "What became of the letter about a forecast: none was wanted or there is no address, it waits, the mail server took it, or it could not be delivered.",
});

@ObjectType({ description: "A forecast as it was sent to a family; it does not change with later marks [3.3.4].", simpleResolvers: true })
export class SentForecast {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  pupilName: string;

  @Field(() => String, { description: "The class." })
  classLabel: string;

  @Field(() => TermCard, { description: "The term, as it was then." })
  term: TermCard;

  @Field(() => String, { nullable: true, description: "The class teacher's words." })
  text: string | null;

  @Field(() => DateTime, { description: "When it was sent." })
  sentAt: Date;

  @Field(() => String, { description: "Who sent it." })
  sentBy: string;

  @Field(() => DateTime, { nullable: true, description: "When the viewer read it; null: not yet, or the viewer is not of the family." })
  readAt: Date | null;

  @Field(() => Boolean, { description: "Was it sent to the viewer." })
  isMine: boolean;

  @Field(() => [SubjectForecast], { description: "Every subject, as it stood then." })
  subjects: SubjectForecast[];
}

@ObjectType({ description: "One person of the family that a forecast was sent to, with the proof of it.", simpleResolvers: true })
export class ForecastRecipient {
  @Field(() => ID, { description: "The person." })
  personId: string;

  @Field(() => String, { description: "Surname, given name and patronymic." })
  name: string;

  @Field(() => Boolean, { description: "The pupil, and not a guardian." })
  isPupil: boolean;

  @Field(() => Boolean, { description: "Has an account to read it with; without one it is given on paper [3.3.5]." })
  hasAccount: boolean;

  @Field(() => DateTime, { nullable: true, description: "When it was there in the portal's bell." })
  deliveredAt: Date | null;

  @Field(() => ForecastMail, { description: "What became of the letter." })
  mail: ForecastMail;

  @Field(() => DateTime, { nullable: true, description: "When the mail server took the letter." })
  mailedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was first opened." })
  readAt: Date | null;
}

@ObjectType({ description: "A sent forecast with what became of it.", simpleResolvers: true })
export class ForecastReceipt {
  @Field(() => ID, { description: "The forecast." })
  forecastId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  pupilName: string;

  @Field(() => DateTime, { description: "When it was sent." })
  sentAt: Date;

  @Field(() => String, { description: "Who sent it." })
  sentBy: string;

  @Field(() => [ForecastRecipient], { description: "The guardians and the pupil." })
  recipients: ForecastRecipient[];
}

@InputType({ description: "Forecasts to send." })
export class SendForecastsInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The class." })
  classId: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => [ID], { description: "Whose families; pupils of the class, 1 to 60." })
  pupilIds: string[];

  @Field(() => String, { nullable: true, description: "Words of the class teacher to all of them, up to 2,000 characters." })
  text?: string | null;
}

@ObjectType({ description: "What was sent.", simpleResolvers: true })
export class SendForecastsPayload {
  @Field(() => [ID], { description: "The forecasts, one a pupil, in the order asked for." })
  forecastIds: string[];

  @Field(() => Int, { description: "To how many people they went." })
  recipientCount: number;
}

@InputType({ description: "A forecast that the viewer has opened." })
export class ReadForecastInput {
  @Field(() => ID, { description: "A UUID made by the client." })
  operationId: string;

  @Field(() => ID, { description: "The forecast." })
  forecastId: string;
}

@ObjectType({ description: "When it was first read.", simpleResolvers: true })
export class ReadForecastPayload {
  @Field(() => DateTime, { description: "The first moment stays." })
  readAt: Date;
}
