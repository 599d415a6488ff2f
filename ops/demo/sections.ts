import type { DemoPlan, PlannedYear } from "./demo-plan.ts";
import { extraSections } from "./extra-sections.ts";
import type { DemoPupil, Stay } from "./pupil-maker.ts";
import type { DemoClass } from "./school-shape.ts";

/** One scheduled class of the files: a subject for a class or a group, with its pupils, teacher and places in the week. */
export interface Section {
  sourcedId: string;
  title: string;
  subject: string;
  schoolClass: DemoClass;
  journalKind: string | null;
  markingScheme: string | null;
  teacher: string;
  pupils: readonly { pupil: DemoPupil; stay: Stay }[];
  places: readonly { weekday: number; slot: number; room: string }[];
}

const ETHICS = "Основы религиозных культур и светской этики";
const CLASS_HOUR = "Разговоры о важном";
const BY_SEX = "Труд (технология)";

/** The sections of a year: every course once, or once a group, the class hours, and what some pupils have beside. */
export function sectionsOf(planned: PlannedYear, { pupils, staff, years }: DemoPlan): Section[] {
  const { year, classes, plan, lines } = planned;
  const pupilsOf = pupilsByClass(pupils, year.start);
  const rooms = new Map(staff.map(({ sourcedId }, index) => [sourcedId, roomOf(sourcedId, index)]));
  const placesOf = Map.groupBy(lines, ({ course, schoolClass }) => course ?? schoolClass.sourcedId);
  const sections: Section[] = [];
  for (const [index, { subject, schoolClass, teachers }] of plan.courses.entries()) {
    const all = pupilsOf.get(schoolClass.sourcedId)!;
    const groups = teachers.length === 1 ? [all] : divide(all, subject);
    for (const [group, members] of groups.entries()) {
      const suffix = groups.length > 1 ? `, группа ${group + 1}` : "";
      const room = rooms.get(teachers[group]!)!;
      sections.push({
        sourcedId: `${schoolClass.sourcedId}-${index}-${group + 1}`,
        title: `${schoolClass.label} ${subject}${suffix}`,
        ...{ subject, schoolClass, journalKind: null, teacher: teachers[group]!, pupils: members },
        markingScheme: subject === ETHICS ? "PASS_FAIL" : null,
        places: placesOf.get(index)!.map(({ weekday, slot }) => ({ weekday, slot, room })),
      });
    }
  }
  const classHours = classes.map((schoolClass): Section => {
    const teacher = plan.leaders.get(schoolClass.sourcedId)!;
    return {
      sourcedId: `${schoolClass.sourcedId}-hour`,
      title: `${schoolClass.label} ${CLASS_HOUR}`,
      ...{
        subject: CLASS_HOUR,
        schoolClass,
        journalKind: "EXTRACURRICULAR",
        markingScheme: "NONE",
        teacher,
        pupils: pupilsOf.get(schoolClass.sourcedId)!,
      },
      places: placesOf.get(schoolClass.sourcedId)!.map(({ weekday, slot }) => ({ weekday, slot, room: rooms.get(teacher)! })),
    };
  });
  const usual = [...sections, ...classHours];
  return [...usual, ...extraSections(planned, usual, planned === years.at(-1))];
}

type Member = Section["pupils"][number];

function pupilsByClass(pupils: readonly DemoPupil[], start: number): ReadonlyMap<string, Member[]> {
  const byClass = new Map<string, Member[]>();
  for (const pupil of pupils) {
    for (const stay of pupil.stays.filter(({ schoolClass }) => schoolClass.start === start)) {
      const { sourcedId } = stay.schoolClass;
      byClass.set(sourcedId, [...(byClass.get(sourcedId) ?? []), { pupil, stay }]);
    }
  }
  const name = ({ pupil }: Member): string => `${pupil.surname} ${pupil.givenName}`;
  for (const members of byClass.values()) members.sort((a, b) => name(a).localeCompare(name(b), "ru"));
  return byClass;
}

/** Crafts by sex, languages and informatics by halves of the alphabet. */
function divide(members: readonly Member[], subject: string): Member[][] {
  if (subject === BY_SEX)
    return [members.filter(({ pupil }) => pupil.sex === "MALE"), members.filter(({ pupil }) => pupil.sex === "FEMALE")];
  const half = Math.ceil(members.length / 2);
  return [members.slice(0, half), members.slice(half)];
}

function roomOf(sourcedId: string, index: number): string {
  if (sourcedId.startsWith("sports")) return "спортзал";
  if (sourcedId.startsWith("crafts")) return `мастерская ${sourcedId.slice(-1)}`;
  return String((1 + Math.floor(index / 26)) * 100 + (index % 26) + 1);
}
