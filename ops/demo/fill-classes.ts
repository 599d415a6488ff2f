import { type DemoPupil, PupilMaker, type Stay } from "./pupil-maker.ts";
import type { Random } from "./random.ts";
import { type DemoYear, plusDays } from "./school-calendar.ts";
import { classesOf, type DemoClass, sizeOf } from "./school-shape.ts";

/** The pupils of both years and who came, went and changed class between them. */
export interface FilledSchool {
  pupils: readonly DemoPupil[];
  maker: PupilMaker;
}

/** Fills this year's classes, and last year's with the same children a grade lower and those who have left since. */
export function fillClasses(random: Random, last: DemoYear, current: DemoYear, today: string): FilledSchool {
  const maker = new PupilMaker(random);
  const before = new Map(classesOf(last.start).map((schoolClass) => [`${schoolClass.grade}${schoolClass.letter}`, schoolClass]));
  for (const schoolClass of classesOf(current.start)) {
    for (let place = 0; place < sizeOf(schoolClass); place++) {
      const past = random.chance(0.012) ? null : pastClass(random, schoolClass, place, before);
      const stays: Stay[] = past ? [{ schoolClass: past, from: null, to: null }] : [];
      maker.make(schoolClass, [...stays, { schoolClass, from: null, to: null }]);
    }
  }
  addGraduates(random, maker, before);
  moveSome(random, maker, current, today);
  return { pupils: maker.pupils, maker };
}

/** Five classes of grade 4 become four of grade 5; half of grade 9 goes on to grade 10. */
function pastClass(random: Random, { grade, letter }: DemoClass, place: number, before: ReadonlyMap<string, DemoClass>): DemoClass | null {
  if (grade === 1) return null;
  const pastLetter = grade === 5 && place % 5 === 4 ? "Д" : grade === 10 ? random.pick([..."АБВГ"]) : letter;
  return before.get(`${grade - 1}${pastLetter}`)!;
}

function addGraduates(random: Random, maker: PupilMaker, before: ReadonlyMap<string, DemoClass>): void {
  for (const schoolClass of before.values()) {
    const leaving = schoolClass.grade === 11 ? sizeOf(schoolClass) : schoolClass.grade === 9 ? 14 : random.chance(0.25) ? 1 : 0;
    for (let count = 0; count < leaving; count++) maker.make(schoolClass, [{ schoolClass, from: null, to: null }]);
  }
}

/** In the year some come from another school, some leave, some change class; none of it lies in the future. */
function moveSome(random: Random, maker: PupilMaker, { startsOn, endsOn }: DemoYear, today: string): void {
  const last = today < endsOn ? today : endsOn;
  const days = Math.floor((Date.parse(last) - Date.parse(startsOn)) / 86_400_000);
  if (days < 14) return;
  const someDay = (): string => plusDays(startsOn, random.between(7, days - 3));
  const settled = random.shuffle(maker.pupils.filter((pupil) => pupil.stays.at(-1)!.schoolClass.start === Number(startsOn.slice(0, 4))));
  for (const pupil of settled.slice(0, 7)) Object.assign(pupil, { stays: [{ ...pupil.stays.at(-1)!, from: someDay() }] });
  for (const pupil of settled.slice(7, 12)) changeClass(random, pupil, someDay());
  for (const { stays } of settled.slice(12, 18)) {
    const { schoolClass } = stays.at(-1)!;
    const leaver = maker.make(schoolClass, []);
    leaver.stays.push({ schoolClass, from: null, to: someDay() });
  }
}

function changeClass(random: Random, pupil: DemoPupil, day: string): void {
  const stay = pupil.stays.at(-1)!;
  const { start, grade, letter } = stay.schoolClass;
  const others = classesOf(start).filter((other) => other.grade === grade && other.letter !== letter);
  pupil.stays = [
    ...pupil.stays.slice(0, -1),
    { ...stay, to: plusDays(day, -1) },
    { schoolClass: random.pick(others), from: day, to: null },
  ];
}
