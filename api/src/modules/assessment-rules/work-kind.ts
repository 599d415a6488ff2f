import { Field, Float, ObjectType } from "type-graphql";
import { AssessmentKind } from "./assessment-kind";
import type { AssessmentRules } from "./assessment-rules";

@ObjectType({ description: "A kind of work as the school's rules have it [3.2.3].", simpleResolvers: true })
export class WorkKind {
  @Field(() => AssessmentKind, { description: "The kind." })
  kind: AssessmentKind;

  @Field(() => Float, { description: "Its weight in the average; at most two decimals." })
  weight: number;

  @Field(() => Boolean, { description: "The school has set the weight: a teacher cannot give one work another." })
  isLocked: boolean;
}

/** Every kind of work with its weight, in the order of the contract. */
export function workKinds({ works }: Pick<AssessmentRules, "works">): WorkKind[] {
  return Object.values(AssessmentKind).map((kind) => {
    const { weightHundredths, isLocked } = works[kind];
    return { kind, weight: weightHundredths / 100, isLocked };
  });
}
