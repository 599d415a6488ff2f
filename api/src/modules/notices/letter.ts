import { NoticeKind, type QuestionStep } from "./notice-kind";
import { questionLine, russianDate, shownMark as mark } from "./question-line";

/** What a letter says of one notice. */
export interface LetterNotice {
  kind: NoticeKind;
  pupilName: string | null;
  subject: string | null;
  lessonDate: string | null;
  before: string | null;
  after: string | null;
  title: string | null;
  text: string | null;
  questionStep: QuestionStep | null;
  questionOutcome: string | null;
  dueOn: string | null;
}

/** A letter without its address. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** One letter of all that is due: by child, in the order in which it happened. No mark stands in its subject, which a locked screen shows. */
export function writeLetter(school: string, portal: URL, notices: readonly LetterNotice[]): Letter {
  const sections = Map.groupBy(notices, ({ pupilName }) => pupilName);
  const parts = [...sections].map(([pupilName, news]) => ({
    heading: pupilName ?? (sections.size > 1 ? "Для вас" : null),
    lines: news.map(line),
  }));
  const foot = [
    `Подробнее — в электронном дневнике: ${portal.href}`,
    `Это письмо отправил электронный журнал: ${school}. Отвечать на него не нужно. Какие письма и когда получать, можно выбрать в дневнике: «Настройки уведомлений».`,
  ];
  const text = [
    ...parts.map(({ heading, lines }) => [...(heading ? [heading] : []), ...lines.map((one) => `— ${one}`)].join("\n")),
    ...foot,
  ].join("\n\n");
  const list = parts.map(
    ({ heading, lines }) =>
      `${heading ? `<h3>${escaped(heading)}</h3>` : ""}<ul>${lines.map((one) => `<li>${escaped(one)}</li>`).join("")}</ul>`,
  );
  const link = `<a href="${escaped(portal.href)}">${escaped(portal.href)}</a>`;
  const html = `<!doctype html><html lang="ru"><body>${list.join("")}<p>Подробнее — в электронном дневнике: ${link}</p><p><small>${escaped(foot[1]!)}</small></p></body></html>`;
  return { subject: subjectOf(notices), text, html };
}

function subjectOf(notices: readonly LetterNotice[]): string {
  const children = [...new Set(notices.flatMap(({ pupilName }) => pupilName ?? []))];
  const [first] = notices;
  if (notices.length > 1 || !first) {
    return children.length > 0 ? `Новости дневника: ${children.join(", ")}` : "Новости электронного журнала";
  }
  const about = [first.subject, first.pupilName].filter(Boolean).join(", ");
  if (first.kind === NoticeKind.MESSAGE) return `Новое сообщение: ${first.title ?? ""}`.slice(0, 150);
  if (first.kind === NoticeKind.ANNOUNCEMENT) return `Объявление: ${first.title ?? ""}`.slice(0, 150);
  return about ? `${NAMES[first.kind]}: ${about}` : NAMES[first.kind];
}

const NAMES: Readonly<Record<NoticeKind, string>> = {
  MARK: "Отметка",
  TERM_MARK: "Отметка за период",
  ABSENCE: "Посещаемость",
  HOMEWORK: "Домашнее задание",
  SUBSTITUTION: "Замена урока",
  MESSAGE: "Сообщение",
  ANNOUNCEMENT: "Объявление",
  REPORT: "Жалоба на сообщение",
  RESIT: "Пересдача контрольной работы",
  TERM_LOCK: "Закрытый период",
  DEBT: "Долг по предмету",
  QUESTION: "Вопрос об отметке",
  FORECAST: "Прогноз отметок за период",
};

function line(notice: LetterNotice): string {
  const { kind, title, text } = notice;
  if (kind === NoticeKind.MESSAGE) return `${title ?? ""}: ${text ?? ""}`;
  if (kind === NoticeKind.ANNOUNCEMENT) return `Объявление «${title ?? ""}». ${text ?? ""}`;
  if (kind === NoticeKind.TERM_LOCK) return openingLine(notice);
  if (kind === NoticeKind.FORECAST)
    return `Прогноз отметок за период от классного руководителя (${title ?? ""}) — в дневнике${text ? `. ${text}` : ""}`;
  if (kind === NoticeKind.REPORT) return `Жалоба на сообщение (${title ?? ""}): ${text ?? ""}`;
  if (kind === NoticeKind.TERM_MARK) return `${notice.subject ?? ""}, ${title ?? ""}: ${changedMark(notice)}`;
  if (kind === NoticeKind.QUESTION) return questionLine(notice);
  return `${notice.subject ?? ""}, ${russianDate(notice.lessonDate)}: ${OF_LESSON[kind](notice)}`;
}

function openingLine({ subject, title, after, text }: LetterNotice): string {
  const journal = subject ?? "";
  if (after === "GRANTED") return `${journal}: учебный период открыт по вашей просьбе${text ? `. ${text}` : ""}`;
  if (after === "REFUSED") return `${journal}: в просьбе открыть учебный период отказано. ${text ?? ""}`;
  return `${title ?? ""} просит открыть закрытый период (${journal}): ${text ?? ""}`;
}

type OfLesson = NoticeKind.MARK | NoticeKind.ABSENCE | NoticeKind.HOMEWORK | NoticeKind.SUBSTITUTION | NoticeKind.RESIT | NoticeKind.DEBT;

const OF_LESSON: Readonly<Record<OfLesson, (notice: LetterNotice) => string>> = {
  MARK: changedMark,
  ABSENCE: ({ after }) => (after ? (ATTENDANCE[after] ?? after) : "учитель снял отметку о посещаемости: учащийся был на уроке"),
  HOMEWORK: ({ before, after }) => {
    if (!after) return "домашнее задание снято";
    return `${before ? "домашнее задание изменилось" : "домашнее задание"}: ${after}`;
  },
  RESIT: ({ before, after, title }) => {
    const work = `контрольной работы${title ? ` «${title}»` : ""}`;
    if (!after) return `пересдача ${work} отменена`;
    return `пересдача ${work} — ${russianDate(after)}${before ? ` (была назначена на ${russianDate(before)})` : ""}`;
  },
  DEBT: ({ before, after, title }) => {
    const work = `работу${title ? ` «${title}»` : ""}`;
    return before === "ENDS" ? `${work} нужно сдать до ${russianDate(after)}` : `срок сдать ${work} прошёл ${russianDate(after)}`;
  },
  SUBSTITUTION: ({ before, after }) => (after ? `урок ведёт ${after} (вместо: ${before ?? "—"})` : "урока не будет"),
};

function changedMark({ before, after }: LetterNotice): string {
  if (!after) return `отметка ${mark(before)} убрана`;
  return before ? `отметка ${mark(after)} (была ${mark(before)})` : `отметка ${mark(after)}`;
}

const ATTENDANCE: Readonly<Record<string, string>> = {
  ABSENT: "отсутствие на уроке",
  SICK: "отсутствие по болезни",
  EXCUSED: "отсутствие по уважительной причине",
  LATE: "опоздание на урок",
  RELEASED: "освобождение от урока",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll("\n", "<br>");
}
