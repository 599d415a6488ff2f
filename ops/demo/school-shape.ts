import { DIVIDED_FROM } from "./curriculum.ts";

/** A class of the demo school in one year. */
export interface DemoClass {
  /** In the files: "2026-7Б". */
  sourcedId: string;
  start: number;
  grade: number;
  letter: string;
  label: string;
  shift: 1 | 2;
}

/** Grades 1–4 have five classes, 5–9 four, 10–11 two: 44. */
const LETTERS: Readonly<Record<number, string>> = {
  1: "АБВГД",
  2: "АБВГД",
  3: "АБВГД",
  4: "АБВГД",
  5: "АБВГ",
  6: "АБВГ",
  7: "АБВГ",
  8: "АБВГ",
  9: "АБВГ",
};
/** The sanitary rules keep grades 1, 5 and 9–11 in the first shift. */
const SECOND_SHIFT = [3, 6];

/** The classes of a year, 1«А» to 11«Б». */
export function classesOf(start: number): DemoClass[] {
  return Array.from({ length: 11 }, (_, index) => index + 1).flatMap((grade) =>
    [...(LETTERS[grade] ?? "АБ")].map((letter): DemoClass => {
      const label = `${grade}«${letter}»`;
      return { sourcedId: `${start}-${grade}${letter}`, start, grade, letter, label, shift: SECOND_SHIFT.includes(grade) ? 2 : 1 };
    }),
  );
}

/** How many pupils a class of this year has: 1,200 in all 44. */
export function sizeOf({ grade, letter }: Pick<DemoClass, "grade" | "letter">): number {
  if (grade >= 10) return letter === "А" ? DIVIDED_FROM : 24;
  if (grade <= 4) return letter !== "Д" ? 28 : grade === 4 ? 24 : 25;
  return letter === "Г" ? 26 : letter === "А" ? 29 : 28;
}
