import { type Department, DIVIDED_FROM, subjectsOf } from "./curriculum.ts";
import type { DemoClass } from "./school-shape.ts";

/** What a class has in its week: one subject, its hours, and one teacher or, in groups, two. */
export interface Course {
  /** In the files: "2026-7Б-algebra". */
  subject: string;
  schoolClass: DemoClass;
  hours: number;
  department: Department;
  /** sourcedIds; two for a class divided in groups. */
  teachers: string[];
}

/** Who teaches which class in a year, and who leads it. */
export interface TeachingPlan {
  courses: Course[];
  /** Class sourcedId → staff sourcedId. */
  leaders: ReadonlyMap<string, string>;
}

/** Of each class line (its letter and the year it began) and department: the teachers of the year before. */
export type Habits = Map<string, string[]>;

/** The most hours a week that one teacher gets. */
const FULL_LOAD = 27;

/**
 * Gives every class its teachers: those it had the year before while they teach that grade, else the least loaded of the department. One teacher keeps
 * all subjects of the department in a class. `habits` is carried from year to year.
 */
export function planTeaching(
  classes: readonly DemoClass[],
  sizes: ReadonlyMap<string, number>,
  teachersOf: ReadonlyMap<Department, string[]>,
  habits: Habits,
): TeachingPlan {
  const load = new Map<string, number>();
  const courses: Course[] = [];
  const choose = (department: Department, key: string, hours: number, count: number): string[] => {
    const chosen: string[] = [];
    const had = habits.get(key) ?? [];
    const candidates = teachersOf.get(department)!;
    for (const teacher of [...had.slice(0, count), ...leastLoaded(candidates, load)]) {
      if (chosen.length === count) break;
      const isFree = (load.get(teacher) ?? 0) + hours <= FULL_LOAD || !had.includes(teacher);
      if (!chosen.includes(teacher) && isFree) chosen.push(teacher);
    }
    for (const teacher of chosen) load.set(teacher, (load.get(teacher) ?? 0) + hours);
    habits.set(key, chosen);
    return chosen;
  };
  for (const schoolClass of classes.toReversed()) {
    const isLarge = sizes.get(schoolClass.sourcedId)! >= DIVIDED_FROM;
    const subjects = subjectsOf(schoolClass.grade, schoolClass.letter);
    for (const [department, own] of Map.groupBy(subjects, ({ department }) => department)) {
      const hours = own.reduce((sum, subject) => sum + subject.hours, 0);
      const isDivided = isLarge && own.some((subject) => subject.isDivided);
      const teachers = choose(department, lineKey(schoolClass, department), hours, isDivided ? 2 : 1);
      for (const { name, hours: weekly } of own) courses.push({ subject: name, schoolClass, hours: weekly, department, teachers });
    }
  }
  return { courses, leaders: chooseLeaders(classes, courses, habits) };
}

function leastLoaded(teachers: readonly string[], load: ReadonlyMap<string, number>): string[] {
  return teachers.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
}

/** A class keeps its letter; grade 5 begins anew with the teachers of subjects. */
function lineKey({ start, grade, letter }: DemoClass, what: string): string {
  return `${start - grade}${letter} ${grade <= 4 ? "primary" : grade <= 9 ? "basic" : "senior"} ${what}`;
}

/** In grades 1–4 the class's own teacher; above, one of its teachers who leads no other class. */
function chooseLeaders(classes: readonly DemoClass[], courses: readonly Course[], habits: Habits): ReadonlyMap<string, string> {
  const leaders = new Map<string, string>();
  const taken = new Set<string>();
  const take = (schoolClass: DemoClass, teacher: string): void => {
    leaders.set(schoolClass.sourcedId, teacher);
    taken.add(teacher);
    habits.set(lineKey(schoolClass, "leader"), [teacher]);
  };
  const waiting = classes.filter((schoolClass) => {
    const [before] = habits.get(lineKey(schoolClass, "leader")) ?? [];
    const still = before && courses.some((course) => course.schoolClass === schoolClass && course.teachers.includes(before));
    if (!before || !still || taken.has(before)) return true;
    take(schoolClass, before);
    return false;
  });
  for (const schoolClass of waiting) {
    const own = courses.filter((course) => course.schoolClass === schoolClass).toSorted((a, b) => b.hours - a.hours);
    const primary = own.find(({ department }) => department === "PRIMARY");
    const free = (primary ? primary.teachers : own.flatMap(({ teachers }) => teachers)).find((teacher) => !taken.has(teacher));
    take(schoolClass, free ?? own[0]!.teachers[0]!);
  }
  return leaders;
}
