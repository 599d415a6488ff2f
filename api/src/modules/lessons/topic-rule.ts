import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";

/** The most characters of a topic and of a work's title. */
export const TOPIC_LIMIT = 500;

/**
 * The topic of a lesson, fit to be kept, or why not [2.7]: it must be there and be written in Russian. In a foreign
 * language foreign words may stand beside Russian ones, which must be words and not a single letter.
 */
export function checkTopic(typed: string, isForeignLanguage: boolean): string | Refusal {
  const topic = plainText(typed, { field: "topic", limit: TOPIC_LIMIT, lines: "ONE" });
  if (topic instanceof Refusal) return topic;
  if (topic === "") return new Refusal(ErrorCode.TOPIC_EMPTY, "Напишите тему урока: без неё урок не записывается.", { field: "topic" });
  if (isRussian(topic, isForeignLanguage)) return topic;
  return new Refusal(ErrorCode.TOPIC_NOT_RUSSIAN, askForRussian("Тема урока", isForeignLanguage), { field: "topic" });
}

/**
 * The title of a work, or why not. It may be left out, the lesson's topic then stands for it; figures alone («№ 5») are
 * of no language.
 */
export function checkTitle(typed: string | null, isForeignLanguage: boolean): string | null | Refusal {
  const title = plainText(typed ?? "", { field: "assessments", limit: TOPIC_LIMIT, lines: "ONE" });
  if (title instanceof Refusal) return title;
  if (title === "") return null;
  if (!/\p{L}/u.test(title) || isRussian(title, isForeignLanguage)) return title;
  return new Refusal(ErrorCode.TOPIC_NOT_RUSSIAN, askForRussian("Название работы", isForeignLanguage), { field: "assessments" });
}

function isRussian(text: string, isForeignLanguage: boolean): boolean {
  return isForeignLanguage ? /[а-яё]{2}/iu.test(text) : /[а-яё]/iu.test(text);
}

function askForRussian(what: string, isForeignLanguage: boolean): string {
  return isForeignLanguage
    ? `${what} записывается на русском языке; иностранные слова пишите рядом с русскими. Например: «Времена глагола: Present Simple».`
    : `${what} записывается на русском языке. Перепишите русскими словами.`;
}
