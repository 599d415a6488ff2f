import type { Book } from "./journal-book.ts";
import type { PlannedTopic } from "./plan-maker.ts";
import type { Random } from "./random.ts";

/** Subjects that set homework rarely or never. */
const RARELY = ["Физическая культура", "Музыка", "Изобразительное искусство", "Труд (технология)", "Основы безопасности и защиты Родины"];

type Text = (random: Random) => string;

const exercise: Text = (random) => `Упр. ${random.between(12, 480)}`;
const numbers: Text = (random) => {
  const first = random.between(20, 900);
  return `№ ${first}, ${first + random.between(1, 4)}, ${first + random.between(5, 9)}`;
};
const paragraph: Text = (random) => `§ ${random.between(2, 48)}`;

const TEXTS: Readonly<Record<string, readonly Text[]>> = {
  "Русский язык": [
    exercise,
    (random) => `${exercise(random)}, выучить правило`,
    (random) => `${exercise(random)}; словарные слова`,
    (random) => `${paragraph(random)}, ${exercise(random).toLowerCase()}`,
  ],
  Литература: [
    () => "Прочитать главу, ответить на вопросы",
    () => "Выучить наизусть отрывок",
    () => "Составить план характеристики героя",
    (random) => `Учебник, с. ${random.between(20, 250)}, вопросы 1–4`,
  ],
  "Литературное чтение": [
    (random) => `С. ${random.between(10, 140)}, выразительно читать`,
    () => "Подготовить пересказ",
    () => "Выучить стихотворение",
    () => "Прочитать рассказ, придумать вопросы",
  ],
  "Английский язык": [
    (random) => `Workbook, с. ${random.between(8, 90)}, упр. ${random.between(1, 6)}`,
    () => "Выучить новые слова",
    (random) => `Учебник, с. ${random.between(10, 120)}, читать и переводить`,
    () => "Подготовить рассказ о себе, 8–10 предложений",
  ],
  Математика: [
    numbers,
    (random) => `${numbers(random)}; повторить правило`,
    (random) => `С. ${random.between(10, 120)}, ${numbers(random)}`,
  ],
  Алгебра: [numbers, (random) => `${paragraph(random)}, ${numbers(random)}`],
  "Алгебра и начала математического анализа": [numbers, (random) => `${paragraph(random)}, ${numbers(random)}`],
  Геометрия: [(random) => `${paragraph(random)}, ${numbers(random)}`, (random) => `Выучить теорему, ${numbers(random)}`],
  Физика: [(random) => `${paragraph(random)}, ${numbers(random)}`, (random) => `${paragraph(random)}, выучить формулы`],
  Химия: [
    (random) => `${paragraph(random)}, упр. ${random.between(1, 8)}`,
    (random) => `${paragraph(random)}, составить уравнения реакций`,
  ],
  История: [
    (random) => `${paragraph(random)}, вопросы после параграфа`,
    (random) => `${paragraph(random)}, выучить даты`,
    (random) => `${paragraph(random)}, работа с картой`,
  ],
};
const ANY: readonly Text[] = [
  paragraph,
  (random) => `${paragraph(random)}, ответить на вопросы`,
  (random) => `${paragraph(random)}, записи в тетради`,
];

/** What is set for the next lesson, or null when nothing is. Grade 1 has no homework. */
export function homeworkFor(random: Random, { subject, grade, kind }: Book, { work }: PlannedTopic): string | null {
  if (grade === 1 || kind === "EXTRACURRICULAR" || kind === "ELECTIVE") return null;
  if (random.next() > (RARELY.includes(subject) ? 0.15 : 0.88)) return null;
  if (RARELY.includes(subject)) return random.pick(["Принести материалы к следующему уроку", "Подготовить сообщение", "Закончить работу"]);
  if (work === "CONTROL") return "Повторить изученное, работа над ошибками";
  return random.pick(TEXTS[subject] ?? ANY)(random);
}

/** By the sanitary rules a day's homework takes one and a half hours in grades 2–3 and up to three and a half in 9–11. */
export function minutesFor(random: Random, { grade }: Book): number {
  return random.pick(grade <= 4 ? [10, 15, 20, 25] : grade <= 8 ? [15, 20, 25, 30] : [20, 30, 40, 45]);
}
