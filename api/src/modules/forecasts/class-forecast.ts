import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../kernel/scalars";
import { TermCard } from "../calendar/term-card";
import { SubjectForecast } from "./pupil-forecast";
import { ForecastSign } from "./watch-subject";

@ObjectType({ description: "A pupil's subject, as the class teacher watches it.", simpleResolvers: true })
export class WatchedSubject {
  @Field(() => [ForecastSign], { description: "Why it is shown, the gravest first." })
  signs: ForecastSign[];

  @Field(() => Int, { nullable: true, description: "The last grade of an earlier term of the year." })
  previous: number | null;

  @Field(() => SubjectForecast, { description: "What the family sees of it." })
  forecast: SubjectForecast;
}

@ObjectType({ description: "A pupil of the class with the subjects to look at.", simpleResolvers: true })
export class WatchedPupil {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => DateTime, { nullable: true, description: "When the family was last sent a forecast of this term." })
  sentAt: Date | null;

  @Field(() => [WatchedSubject], { description: "In the school's order; those with a sign, or all of the one pupil that was asked for." })
  subjects: WatchedSubject[];
}

@ObjectType({ description: "Who of a class is at the border of a grade, and who falls [3.3.4].", simpleResolvers: true })
export class ClassForecast {
  @Field(() => ID, { description: "The class." })
  classId: string;

  @Field(() => String, { description: "The class's label." })
  label: string;

  @Field(() => TermCard, { description: "The term." })
  term: TermCard;

  @Field(() => [TermCard], { description: "All terms of the class's year." })
  terms: TermCard[];

  @Field(() => Boolean, { description: "The term's last day is past: nothing is forecast any more." })
  isOver: boolean;

  @Field(() => Boolean, { description: "May the viewer send forecasts: the class's own teacher." })
  maySend: boolean;

  @Field(() => [WatchedPupil], { description: "All pupils of the class, by name; of one asked for, that one." })
  pupils: WatchedPupil[];
}
