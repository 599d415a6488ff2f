import type { DemoPupil } from "./pupil-maker.ts";
import type { DemoStaff } from "./staff-maker.ts";
import { surnameFor } from "./names.ts";

/** What happens in every school: a teacher whose own child is a pupil here, and two pupils of one class with the same name. */
export function addKinship(staff: readonly DemoStaff[], pupils: readonly DemoPupil[], start: number): void {
  makeTeacherAParent(staff, pupils, start);
  makeNamesakes(pupils, start);
}

function makeTeacherAParent(staff: readonly DemoStaff[], pupils: readonly DemoPupil[], start: number): void {
  const teacher = staff.find(({ sourcedId }) => sourcedId === "english-3")!;
  const { family } = pupils.find(
    (pupil) => isIn(pupil, start, 5) && pupil.family.children.length === 1 && pupil.family.guardians[0]!.sex === "FEMALE",
  )!;
  const { surname, givenName, patronymic } = { ...teacher, surname: surnameFor(family.surname, "FEMALE") };
  teacher.surname = surname;
  teacher.roles = ["teacher", "parent"];
  family.guardians[0] = { ...family.guardians[0]!, sourcedId: teacher.sourcedId, surname, givenName, patronymic, isStaff: true };
}

function makeNamesakes(pupils: readonly DemoPupil[], start: number): void {
  const [one, ...others] = pupils.filter(
    (pupil) => isIn(pupil, start, 6) && pupil.stays.at(-1)!.schoolClass.letter === "А" && pupil.family.children.length === 1,
  );
  const other = others.find(({ sex }) => sex === one!.sex)!;
  Object.assign(other, { surname: one!.surname, givenName: one!.givenName, patronymic: one!.patronymic });
}

function isIn({ stays }: DemoPupil, start: number, grade: number): boolean {
  const { schoolClass, from, to } = stays.at(-1)!;
  return schoolClass.start === start && schoolClass.grade === grade && !from && !to;
}
