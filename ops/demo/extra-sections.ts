import { periodOf } from "./bells.ts";
import type { PlannedYear } from "./demo-plan.ts";
import type { DemoClass } from "./school-shape.ts";
import type { Section } from "./sections.ts";

type Member = Section["pupils"][number];

/** A group of pupils of several classes, after their lessons. */
interface Club {
  id: string;
  subject: string;
  kind: "ELECTIVE" | "EXTRACURRICULAR" | "INDIVIDUAL_GROUP";
  grade: number;
  letters: string;
  teacher: string;
  size: number;
}

const CLUBS: readonly Club[] = [
  { id: "finance", subject: "Финансовая грамотность", kind: "ELECTIVE", grade: 8, letters: "АБВ", teacher: "history-5", size: 18 },
  { id: "robots", subject: "Робототехника", kind: "EXTRACURRICULAR", grade: 5, letters: "АБВГ", teacher: "informatics-3", size: 15 },
  {
    id: "exam",
    subject: "Математика: трудные задачи",
    kind: "INDIVIDUAL_GROUP",
    grade: 9,
    letters: "АБ",
    teacher: "mathematics-6",
    size: 12,
  },
  { id: "essay", subject: "Искусство сочинения", kind: "ELECTIVE", grade: 11, letters: "АБ", teacher: "russian-7", size: 20 },
];

/** What a pupil is taught at home, hours a week. */
const AT_HOME: Readonly<Record<string, number>> = {
  "Русский язык": 2,
  Алгебра: 2,
  "Английский язык": 1,
  История: 1,
  Физика: 1,
  Биология: 1,
};
const HOME_CLASS = { grade: 8, letter: "В" };
const LAST_SLOT = 10;

/** Clubs and electives of a year, and in the current year the journals of one pupil who is taught at home. */
export function extraSections({ year, classes, plan, lines }: PlannedYear, sections: readonly Section[], isCurrent: boolean): Section[] {
  const week = new FreeTime(sections, lines);
  const membersOf = (schoolClass: DemoClass): readonly Member[] =>
    sections.find((section) => section.sourcedId === `${schoolClass.sourcedId}-hour`)!.pupils;
  const clubs = CLUBS.map(({ id, subject, kind, grade, letters, teacher, size }): Section => {
    const from = classes.filter((schoolClass) => schoolClass.grade === grade && letters.includes(schoolClass.letter));
    const each = Math.ceil(size / from.length);
    const pupils = from.flatMap((schoolClass) => settled(membersOf(schoolClass)).slice(3, 3 + each)).slice(0, size);
    return {
      ...{
        sourcedId: `${year.start}-${id}`,
        title: `${subject}, ${grade} классы`,
        subject,
        schoolClass: from[0]!,
        journalKind: kind,
        markingScheme: null,
      },
      ...{ teacher, pupils, places: [week.take(from, teacher, "актовый зал")] },
    };
  });
  if (!isCurrent) return clubs;
  const homeClass = classes.find(({ grade, letter }) => grade === HOME_CLASS.grade && letter === HOME_CLASS.letter)!;
  const pupil = settled(membersOf(homeClass))[0]!;
  const atHome = Object.entries(AT_HOME).map(([subject, hours], index): Section => {
    const teacher = plan.courses.find((course) => course.schoolClass === homeClass && course.subject === subject)!.teachers[0]!;
    return {
      ...{ sourcedId: `${year.start}-home-${index + 1}`, title: `${subject}, обучение на дому`, subject, schoolClass: homeClass },
      ...{ journalKind: "HOME", markingScheme: null, teacher, pupils: [pupil] },
      places: Array.from({ length: hours }, () => week.take([homeClass], teacher, "на дому")),
    };
  });
  return [...clubs, ...atHome];
}

/** Those who stay in the class all year and have no demo login. */
function settled(members: readonly Member[]): Member[] {
  return members.filter(({ pupil, stay }) => !stay.from && !stay.to && !pupil.login && pupil.family.children.length === 1);
}

/** Which teacher and which class is busy when. */
class FreeTime {
  private readonly busy = new Set<string>();
  private readonly lastLesson = new Map<string, number>();

  constructor(sections: readonly Section[], lines: PlannedYear["lines"]) {
    for (const { teacher, schoolClass, places } of sections) {
      for (const { weekday, slot } of places) this.busy.add(`${teacher} ${weekday} ${periodOf(schoolClass.shift, slot)}`);
    }
    for (const { schoolClass, weekday, slot } of lines) {
      const day = `${schoolClass.sourcedId} ${weekday}`;
      this.lastLesson.set(day, Math.max(slot, this.lastLesson.get(day) ?? 0));
    }
  }

  /** The first time after the lessons of all the classes when the teacher is free. */
  take(classes: readonly DemoClass[], teacher: string, room: string): Section["places"][number] {
    for (const weekday of [2, 3, 4, 5, 1]) {
      const after = Math.max(...classes.map(({ sourcedId }) => this.lastLesson.get(`${sourcedId} ${weekday}`)!));
      for (let slot = after + 1; slot <= LAST_SLOT; slot++) {
        const times = [teacher, ...classes.map(({ sourcedId }) => sourcedId)].map(
          (who) => `${who} ${weekday} ${periodOf(classes[0]!.shift, slot)}`,
        );
        if (times.some((time) => this.busy.has(time))) continue;
        for (const time of times) this.busy.add(time);
        return { weekday, slot, room };
      }
    }
    throw new Error("The demo school has no free time for a club.");
  }
}
