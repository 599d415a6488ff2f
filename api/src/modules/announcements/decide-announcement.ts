import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { russianDate } from "../calendar/russian-date";

/** What an announcement says and when it is shown. */
export interface AnnouncementContent {
  title: string;
  text: string;
  shownFrom: string;
  shownTo: string;
}

/**
 * The announcement that is asked for, fit to be kept, or INVALID or TEXT_TOO_LONG. `standsTo` is the last day of one that is published already:
 * a past one may be mended and keep it.
 */
export function decideAnnouncement(wish: AnnouncementContent, today: string, standsTo?: string): AnnouncementContent | Refusal {
  const title = plainText(wish.title, { field: "title", limit: 150, lines: "ONE" });
  if (title instanceof Refusal) return title;
  if (title === "") return invalid("Напишите заголовок объявления.", "title");
  const text = plainText(wish.text, { field: "text", limit: 10_000, lines: "MANY" });
  if (text instanceof Refusal) return text;
  if (text === "") return invalid("Напишите текст объявления.", "text");
  const { shownFrom, shownTo } = wish;
  if (shownTo < shownFrom) {
    return invalid(`Последний день показа — не раньше первого, ${russianDate(shownFrom)}. Выберите другую дату.`, "shownTo");
  }
  if (shownTo < today && shownTo !== standsTo) {
    return invalid(`Последний день показа уже прошёл. Выберите ${russianDate(today)} или более позднюю дату.`, "shownTo");
  }
  if (shownTo > yearLater(shownFrom))
    return invalid("Объявление показывают не дольше года. Выберите более раннюю последнюю дату.", "shownTo");
  if (shownFrom > yearLater(today)) return invalid("Показ можно начать не позже чем через год. Выберите более раннюю дату.", "shownFrom");
  return { title, text, shownFrom, shownTo };
}

/** The same day of the next year, as text: dates compare as texts. */
function yearLater(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}

function invalid(sentence: string, field: string): Refusal {
  return new Refusal(ErrorCode.INVALID, sentence, { field });
}
