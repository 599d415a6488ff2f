import type { Random } from "./random.ts";

/** Something that a class does once a week, with these teachers. */
export interface WeeklyLesson {
  course: number;
  /** One lesson of the course a day is enough; false where the course has more lessons than the week has days. */
  isOnceADay: boolean;
  teachers: readonly number[];
}

/** The week of one class to be filled: as many lessons as places. */
export interface ClassWeek {
  /** Place = day × PERIODS + period, periods counted through both shifts. */
  places: readonly number[];
  lessons: readonly WeeklyLesson[];
}

/** Periods of a day from the first lesson of the first shift to the last of the second. */
export const PERIODS = 13;

const CLASH = 100;
const TWICE_A_DAY = 6;
/** An order that does not come right in so many steps is given up for another. */
const MOST_STEPS = 4_000;
const MOST_ORDERS = 50;

/**
 * Fills the weeks so that no teacher is in two places at once: starts from any order and swaps two lessons of a class as long as that helps, now and
 * then against the tide. `busy` are places of teachers that are taken already. Answers, for each class, the lesson of each place.
 */
export function solveTimetable(weeks: readonly ClassWeek[], teacherCount: number, busy: ReadonlySet<string>, random: Random): number[][] {
  for (let order = 0; order < MOST_ORDERS; order++) {
    const state = new Timetable(weeks, teacherCount, busy, random);
    for (let step = 0; step < MOST_STEPS; step++) {
      const troubled = state.pickTroubled();
      if (!troubled) return state.placed;
      state.improve(troubled[0], troubled[1]);
    }
  }
  throw new Error("The demo timetable could not be made without a teacher in two places at once.");
}

class Timetable {
  readonly placed: number[][];
  private readonly use: Int16Array;
  private readonly width: number;
  private heat = 12;
  private readonly weeks: readonly ClassWeek[];
  private readonly random: Random;

  constructor(weeks: readonly ClassWeek[], teacherCount: number, busy: ReadonlySet<string>, random: Random) {
    this.weeks = weeks;
    this.random = random;
    this.width = 6 * PERIODS;
    this.use = new Int16Array(teacherCount * this.width);
    for (const place of busy) {
      const [teacher, at] = place.split(" ").map(Number);
      this.use[teacher! * this.width + at!]! += 1;
    }
    this.placed = weeks.map(({ lessons }) => random.shuffle(lessons.map((_, index) => index)));
    for (const [week, order] of this.placed.entries()) for (const [index] of order.entries()) this.count(week, index, order[index]!, 1);
  }

  /** A lesson that stands badly: any of them, looked for from a random class on. */
  pickTroubled(): [number, number] | null {
    const from = this.random.between(0, this.weeks.length - 1);
    let gentle: [number, number] | null = null;
    for (let step = 0; step < this.weeks.length; step++) {
      const week = (from + step) % this.weeks.length;
      const order = this.placed[week]!;
      const start = this.random.between(0, order.length - 1);
      for (let offset = 0; offset < order.length; offset++) {
        const index = (start + offset) % order.length;
        const cost = this.cost(week, index, order[index]!);
        if (cost >= CLASH) return [week, index];
        if (cost > 0 && !gentle) gentle = [week, index];
      }
    }
    return gentle;
  }

  /** Swaps the lesson with the one of its class where both stand best. */
  improve(week: number, index: number): void {
    this.heat = Math.max(1, this.heat * 0.9999);
    const order = this.placed[week]!;
    let best = -1;
    let least = Infinity;
    for (let other = 0; other < order.length; other++) {
      if (other === index) continue;
      const gain = this.swapCost(week, index, other) + this.random.next() * this.heat;
      if (gain < least) [least, best] = [gain, other];
    }
    if (least < this.heat) this.swap(week, index, best);
  }

  private swapCost(week: number, a: number, b: number): number {
    const order = this.placed[week]!;
    const before = this.cost(week, a, order[a]!) + this.cost(week, b, order[b]!);
    this.swap(week, a, b);
    const after = this.cost(week, a, order[a]!) + this.cost(week, b, order[b]!);
    this.swap(week, a, b);
    return after - before;
  }

  private swap(week: number, a: number, b: number): void {
    const order = this.placed[week]!;
    this.count(week, a, order[a]!, -1);
    this.count(week, b, order[b]!, -1);
    [order[a], order[b]] = [order[b]!, order[a]!];
    this.count(week, a, order[a], 1);
    this.count(week, b, order[b], 1);
  }

  private count(week: number, index: number, lesson: number, by: number): void {
    const { places, lessons } = this.weeks[week]!;
    for (const teacher of lessons[lesson]!.teachers) this.use[teacher * this.width + places[index]!]! += by;
  }

  private cost(week: number, index: number, lesson: number): number {
    const { places, lessons } = this.weeks[week]!;
    const { teachers, course, isOnceADay } = lessons[lesson]!;
    let cost = 0;
    for (const teacher of teachers) cost += (this.use[teacher * this.width + places[index]!]! - 1) * CLASH;
    if (!isOnceADay) return cost;
    const day = Math.floor(places[index]! / PERIODS);
    const order = this.placed[week]!;
    for (let other = 0; other < order.length; other++) {
      if (other !== index && lessons[order[other]!]!.course === course && Math.floor(places[other]! / PERIODS) === day) cost += TWICE_A_DAY;
    }
    return cost;
  }
}
