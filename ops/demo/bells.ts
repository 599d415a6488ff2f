import type { DemoClass } from "./school-shape.ts";

/** The thirteen periods of a day of two shifts: the sixth of the first shift is the zeroth of the second. */
const PERIOD_TIMES: readonly (readonly [string, string])[] = [
  ["07:10", "07:50"],
  ["08:00", "08:40"],
  ["08:50", "09:30"],
  ["09:50", "10:30"],
  ["10:50", "11:30"],
  ["11:40", "12:20"],
  ["12:30", "13:10"],
  ["13:20", "14:00"],
  ["14:10", "14:50"],
  ["15:10", "15:50"],
  ["16:10", "16:50"],
  ["17:00", "17:40"],
  ["17:50", "18:30"],
];

export const SHIFT_NAMES = { 1: "Первая смена", 2: "Вторая смена" } as const;

const SECOND_SHIFT_FROM = 6;

/** Lines of bells.csv: the first shift has lessons 1–8 and a ninth and tenth for clubs, the second 0–6. */
export function bellLines(): { schedule: string; shift: 1 | 2; slot: number; startsAt: string; endsAt: string }[] {
  return ([1, 2] as const).flatMap((shift) =>
    Array.from({ length: shift === 1 ? 10 : 7 }, (_, index) => {
      const slot = shift === 1 ? index + 1 : index;
      const [startsAt, endsAt] = PERIOD_TIMES[periodOf(shift, slot)]!;
      return { schedule: SHIFT_NAMES[shift], shift, slot, startsAt, endsAt };
    }),
  );
}

/** The period of the whole day at which a shift has a lesson. */
export function periodOf(shift: DemoClass["shift"], slot: number): number {
  return shift === 1 ? slot : slot + SECOND_SHIFT_FROM;
}

/** The lesson of a shift at a period of the day. */
export function slotOf(shift: DemoClass["shift"], period: number): number {
  return shift === 1 ? period : period - SECOND_SHIFT_FROM;
}
