import { periodOf, slotOf } from "./bells.ts";
import type { Random } from "./random.ts";
import type { DemoClass } from "./school-shape.ts";
import type { TeachingPlan } from "./teaching-plan.ts";
import { type ClassWeek, PERIODS, solveTimetable } from "./timetable-solver.ts";

/** One lesson of the week: a course of a class, all its groups at once. */
export interface TimetableLine {
  /** Index among the plan's courses; null for the class hour. */
  course: number | null;
  schoolClass: DemoClass;
  weekday: number;
  slot: number;
}

/** Makes the week of a school: every class without gaps, the class hour on Monday first, nobody in two places at once. */
export function makeTimetable(
  classes: readonly DemoClass[],
  plan: TeachingPlan,
  staff: readonly string[],
  random: Random,
): TimetableLine[] {
  const indexOf = new Map(staff.map((sourcedId, index) => [sourcedId, index]));
  const busy = new Set(
    classes.map(
      (schoolClass) =>
        `${indexOf.get(plan.leaders.get(schoolClass.sourcedId)!)} ${periodOf(schoolClass.shift, classHourSlot(schoolClass))}`,
    ),
  );
  const weeks = classes.map((schoolClass): ClassWeek => {
    const lessons = plan.courses.flatMap((course, index) =>
      course.schoolClass !== schoolClass
        ? []
        : Array.from({ length: course.hours }, () => ({
            course: index,
            isOnceADay: course.hours <= 5,
            teachers: course.teachers.map((id) => indexOf.get(id)!),
          })),
    );
    return { places: placesOf(schoolClass, lessons.length), lessons };
  });
  const solved = solveTimetable(weeks, staff.length, busy, random);
  return classes.flatMap((schoolClass, index) => [
    { course: null, schoolClass, weekday: 1, slot: classHourSlot(schoolClass) },
    ...solved[index]!.map((lesson, place) => {
      const at = weeks[index]!.places[place]!;
      const slot = slotOf(schoolClass.shift, at % PERIODS);
      return { course: weeks[index]!.lessons[lesson]!.course, schoolClass, weekday: Math.floor(at / PERIODS) + 1, slot };
    }),
  ]);
}

/** «Разговоры о важном» open the week; in grade 6 of the second shift before the first lesson, because five days of six hold its 30 hours. */
export function classHourSlot({ shift, grade }: DemoClass): number {
  return shift === 2 && grade === 6 ? 0 : 1;
}

/** The places of the week for so many lessons, days as even as can be, Monday and Friday the shorter ones. */
function placesOf(schoolClass: DemoClass, count: number): number[] {
  const takesFirst = classHourSlot(schoolClass) === 1;
  const perDay = [0, 0, 0, 0, 0];
  const order = [1, 3, 2, 0, 4];
  for (let given = 0; given < count + (takesFirst ? 1 : 0); given++) perDay[order[given % 5]!]! += 1;
  return perDay.flatMap((lessons, day) =>
    Array.from({ length: lessons }, (_, index) => index + 1)
      .filter((slot) => !(takesFirst && day === 0 && slot === 1))
      .map((slot) => day * PERIODS + periodOf(schoolClass.shift, slot)),
  );
}
