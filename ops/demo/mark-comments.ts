import type { AssessmentKind } from "./marks-maker.ts";
import type { Random } from "./random.ts";

const GOOD = ["Отличный ответ", "Полный и точный ответ", "Самостоятельное решение", "Молодец, так держать"];
const FAIR = ["Есть неточности в ответе", "Оформляйте решение подробнее", "Хорошо, но с подсказкой"];
const POOR = [
  "Повторите правило",
  "Тема усвоена частично, приходите на консультацию",
  "Не выполнено домашнее задание",
  "Работа выполнена не полностью",
];

/** Teachers write a word or two to few marks, most often to the low ones. */
export function commentFor(random: Random, grade: number, kind: AssessmentKind): string | null {
  if (random.next() > (grade <= 3 ? 0.08 : 0.03)) return null;
  if (grade === 5) return random.pick(GOOD);
  if (grade === 4) return random.pick(FAIR);
  return kind === "HOMEWORK" ? "Сдано с опозданием" : random.pick(POOR);
}
