import { Field, Int, ObjectType } from "type-graphql";
import { SuggestionCause, type Suggestion, type TermFacts } from "./suggest-term-mark";

@ObjectType({
  description: "The term mark that the school's rules suggest, and from what [3.2.7]. It changes nothing: the teacher decides.",
  simpleResolvers: true,
})
export class TermSuggestion {
  @Field(() => String, { description: "«5», «4», «3», «2» or «н/а»." })
  value: string;

  @Field(() => SuggestionCause, { description: "Which rule it follows from." })
  cause: SuggestionCause;

  @Field(() => Int, { description: "How many marks count; of a work that was taken again as the school's rule of retakes says." })
  markCount: number;

  @Field(() => Int, { description: "How many marks the rules ask for at least." })
  leastMarks: number;

  @Field(() => Int, { description: "Lessons missed in the term, for any reason; late is not missed." })
  missedLessons: number;

  @Field(() => Int, {
    description: "Lessons held while the pupil was in the list, in every class of the term; counted only where some were missed.",
  })
  heldLessons: number;
}

/** The suggestion as the contract tells it. */
export function toTermSuggestion({ grade, cause, leastMarks }: Suggestion, { sum, held, missed }: TermFacts): TermSuggestion {
  return {
    value: grade === null ? "н/а" : String(grade),
    cause,
    markCount: sum.count,
    leastMarks,
    missedLessons: missed,
    heldLessons: missed > 0 ? held : 0,
  };
}
