import { registerEnumType } from "type-graphql";

export enum MissingPart {
  TOPIC = "TOPIC",
  HOMEWORK = "HOMEWORK",
  CONTROL_MARKS = "CONTROL_MARKS",
}
registerEnumType(MissingPart, {
  name: "MissingPart",
  description:
    "What a lesson lacks: its topic once the bell has rung [3.2.3], homework of a held lesson [3.2.6], marks of a control work for everybody present [3.2.4].",
});
