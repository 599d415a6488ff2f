import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, type CountedPage } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";

/** How far a person is with an announcement: each is in exactly one state. */
export enum ReaderState {
  UNREAD = "UNREAD",
  READ = "READ",
  ACKNOWLEDGED = "ACKNOWLEDGED",
}
registerEnumType(ReaderState, {
  name: "ReaderState",
  description: "How far a person is with an announcement: not read; read and not acknowledged; acknowledged. Each is in exactly one state.",
});

@ObjectType({ description: "A person who received an announcement.", simpleResolvers: true })
export class AnnouncementReader {
  @Field(() => ID, { description: "The person." })
  personId: string;

  @Field(() => String, { description: "Surname, given name and patronymic." })
  name: string;

  @Field(() => [String], {
    description:
      "The classes of today through which a guardian or a pupil received it; a class teacher sees the own class here and no other.",
  })
  classLabels: string[];

  @Field(() => DateTime, { nullable: true, description: "When it was read; null: not yet." })
  readAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was acknowledged." })
  acknowledgedAt: Date | null;
}

@ObjectType({ description: "A page of the people who received an announcement, by name.", simpleResolvers: true })
export class AnnouncementReaderConnection
  extends connectionOf(AnnouncementReader, "AnnouncementReader")
  implements CountedPage<AnnouncementReader>
{
  count: () => Promise<number>;
}
