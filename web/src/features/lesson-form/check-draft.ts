import type { LessonDraft } from "./lesson-draft";

export const TOPIC_LIMIT = 500;
export const HOMEWORK_LIMIT = 4000;
export const MOST_WORKS = 9;

export type DraftFault =
  "topicEmpty" | "topicNotRussian" | "topicLong" | "homeworkLong" | "minutesRange" | "weightRange" | "maxPointsRange" | "tooManyWorks";

/** What is wrong with a draft, by field; empty when it can be sent. The API checks again: here the teacher is told at once. */
export type DraftFaults = Partial<Record<"topic" | "homework" | "minutes" | "works", DraftFault>>;

export function checkDraft({ topic, homework, minutes, works }: LessonDraft, isForeignLanguage: boolean): DraftFaults {
  return {
    ...(topicFault(topic.trim(), isForeignLanguage) && { topic: topicFault(topic.trim(), isForeignLanguage) }),
    ...(homework.trim().length > HOMEWORK_LIMIT && { homework: "homeworkLong" as const }),
    ...(minutes !== null && !(minutes >= 1 && minutes <= 300) && { minutes: "minutesRange" as const }),
    ...(worksFault(works) && { works: worksFault(works) }),
  };
}

/** In a foreign language foreign words may stand beside Russian ones, which must be words and not a single letter [2.7]. */
function topicFault(topic: string, isForeignLanguage: boolean): DraftFault | undefined {
  if (topic === "") return "topicEmpty";
  if (topic.length > TOPIC_LIMIT) return "topicLong";
  return (isForeignLanguage ? /[а-яё]{2}/iu : /[а-яё]/iu).test(topic) ? undefined : "topicNotRussian";
}

function worksFault(works: LessonDraft["works"]): DraftFault | undefined {
  if (works.length > MOST_WORKS) return "tooManyWorks";
  if (!works.every(({ weight }) => weight === null || (weight > 0 && weight <= 99))) return "weightRange";
  const hasMost = ({ scale, maxPoints }: LessonDraft["works"][number]) =>
    scale !== "POINTS" || (maxPoints !== null && maxPoints > 0 && maxPoints <= 9999);
  return works.every(hasMost) ? undefined : "maxPointsRange";
}
