import type { ColumnShape } from "./file-shape";

const LONGEST_CELL = 4000;

/** What is wrong with one cell, as a Russian sentence; null when it is well. */
export function checkCell({ kind, required }: ColumnShape, value: string): string | null {
  if (value === "") return required ? "Пустое значение. Заполните этот столбец." : null;
  if (value.length > LONGEST_CELL) return `Значение длиннее ${LONGEST_CELL} знаков. Проверьте, не слились ли строки файла.`;
  if (/\p{Cc}/u.test(value)) return "В значении есть управляющие знаки (перевод строки, табуляция). Уберите их.";
  switch (kind) {
    case "text":
      return null;
    case "date":
      return isDate(value) ? null : `«${shown(value)}» — не дата. Запишите её как ГГГГ-ММ-ДД, например 2026-09-01.`;
    case "time":
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : `«${shown(value)}» — не время. Запишите его как ЧЧ:ММ, например 08:30.`;
    case "integer":
      return /^\d{1,4}$/.test(value) ? null : `«${shown(value)}» — не целое число. Запишите его цифрами.`;
    case "boolean":
      return value === "true" || value === "false" ? null : `«${shown(value)}» — допустимы только true и false.`;
    default:
      return kind.includes(value) ? null : `«${shown(value)}» — недопустимое значение. Допустимы: ${kind.join(", ")}.`;
  }
}

/** A civil date that the calendar knows: 2026-02-30 is none. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
