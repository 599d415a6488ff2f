import type { DemoPupil, PupilMaker } from "./pupil-maker.ts";
import type { PlannedYear } from "./demo-plan.ts";
import type { DemoClass } from "./school-shape.ts";
import type { DemoStaff } from "./staff-maker.ts";

/**
 * Chooses the people of the demo logins so that they meet: `classteacher` leads a class that `teacher` teaches, `pupil` is in it, and `parent` has
 * that pupil and another child in another class.
 */
export function assignLogins(staff: readonly DemoStaff[], { pupils }: PupilMaker, { classes, plan, lines }: PlannedYear): void {
  const byId = new Map(staff.map((person) => [person.sourcedId, person]));
  for (const schoolClass of classes.filter(({ grade }) => grade >= 7 && grade <= 9)) {
    const leader = byId.get(plan.leaders.get(schoolClass.sourcedId)!)!;
    const teacher = plan.courses.find((course) => course.schoolClass === schoolClass && course.department === "MATHEMATICS")!.teachers[0]!;
    const child = findChild(pupils, schoolClass);
    if (leader.department === "MATHEMATICS" || !child || !teachesEveryDay(teacher, plan, lines)) continue;
    leader.login = "classteacher";
    byId.get(teacher)!.login = "teacher";
    child.login = "pupil";
    child.family.guardians[0]!.login = "parent";
    return;
  }
  throw new Error("The demo school has no class for the demo logins.");
}

/** A pupil of the class since its first day, with exactly one brother or sister in another class of this year. */
function findChild(pupils: readonly DemoPupil[], schoolClass: DemoClass): DemoPupil | undefined {
  const isHere = ({ stays }: DemoPupil): boolean => stays.at(-1)!.schoolClass.start === schoolClass.start && stays.at(-1)!.to === null;
  return pupils.find((pupil) => {
    const stay = pupil.stays.at(-1)!;
    if (stay.schoolClass.sourcedId !== schoolClass.sourcedId || stay.from || stay.to || pupil.family.guardians[0]!.isStaff) return false;
    const others = pupils.filter((other) => other !== pupil && other.family === pupil.family);
    return others.length === 1 && isHere(others[0]!) && others[0]!.stays.at(-1)!.schoolClass.grade >= 2;
  });
}

function teachesEveryDay(teacher: string, plan: PlannedYear["plan"], lines: PlannedYear["lines"]): boolean {
  const days = new Set(
    lines.filter(({ course }) => course !== null && plan.courses[course]!.teachers.includes(teacher)).map(({ weekday }) => weekday),
  );
  return days.size === 5;
}
