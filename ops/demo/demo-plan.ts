import type { Department } from "./curriculum.ts";
import { assignLogins } from "./demo-people.ts";
import { fillClasses } from "./fill-classes.ts";
import { addKinship } from "./kinship.ts";
import type { DemoPupil } from "./pupil-maker.ts";
import { seededRandom } from "./random.ts";
import { type DemoYear, demoYear, yearOf } from "./school-calendar.ts";
import { classesOf, type DemoClass } from "./school-shape.ts";
import { type DemoStaff, makeStaff } from "./staff-maker.ts";
import { type Habits, planTeaching, type TeachingPlan } from "./teaching-plan.ts";
import { makeTimetable, type TimetableLine } from "./timetable-maker.ts";

/** One year of the demo school as planned. */
export interface PlannedYear {
  year: DemoYear;
  classes: readonly DemoClass[];
  plan: TeachingPlan;
  lines: readonly TimetableLine[];
}

/** A whole demo school before it is written down. */
export interface DemoPlan {
  number: number;
  seed: string;
  staff: readonly DemoStaff[];
  pupils: readonly DemoPupil[];
  /** Last year's and this one's. */
  years: readonly PlannedYear[];
}

/** Plans the demo school of that number around today: the same number and day give the same school. */
export function planDemoSchool(number: number, today: string): DemoPlan {
  const current = demoYear(yearOf(today));
  const last = demoYear(current.start - 1);
  const seed = `open school journal ${number}`;
  const random = seededRandom(seed);
  const staff = makeStaff(random, current.start);
  const { pupils, maker } = fillClasses(random, last, current, today);
  const habits: Habits = new Map();
  const years = [last, current].map((year): PlannedYear => {
    const classes = classesOf(year.start);
    const plan = planTeaching(classes, countPupils(classes, pupils), teachersByDepartment(staff), habits);
    const lines = makeTimetable(
      classes,
      plan,
      staff.map(({ sourcedId }) => sourcedId),
      random,
    );
    return { year, classes, plan, lines };
  });
  addKinship(staff, pupils, current.start);
  assignLogins(staff, maker, years[1]!);
  return { number, seed, staff, pupils, years };
}

function teachersByDepartment(staff: readonly DemoStaff[]): ReadonlyMap<Department, string[]> {
  const teachers = new Map<Department, string[]>();
  for (const { department, sourcedId } of staff) if (department) teachers.set(department, [...(teachers.get(department) ?? []), sourcedId]);
  return teachers;
}

function countPupils(classes: readonly DemoClass[], pupils: readonly DemoPupil[]): ReadonlyMap<string, number> {
  const sizes = new Map(classes.map(({ sourcedId }) => [sourcedId, 0]));
  for (const { schoolClass } of pupils.flatMap(({ stays }) => stays)) {
    if (sizes.has(schoolClass.sourcedId)) sizes.set(schoolClass.sourcedId, sizes.get(schoolClass.sourcedId)! + 1);
  }
  return sizes;
}
