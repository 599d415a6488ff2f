import { type Family, makeFamily } from "./family-maker.ts";
import { type FullName, pickGivenName, patronymicOf, type Sex, surnameFor } from "./names.ts";
import type { Random } from "./random.ts";
import { plusDays } from "./school-calendar.ts";
import type { DemoClass } from "./school-shape.ts";
import { twoDigits } from "./staff-maker.ts";

/** From..to in one class; null is from the first or to the last day of the class. */
export interface Stay {
  schoolClass: DemoClass;
  from: string | null;
  to: string | null;
}

/** A pupil of the demo school with every class of both years. */
export interface DemoPupil extends FullName {
  sourcedId: string;
  sex: Sex;
  bornOn: string;
  family: Family;
  stays: Stay[];
  login: string | null;
}

/** Makes pupils one by one; some are a brother or sister of one made before. */
export class PupilMaker {
  readonly pupils: DemoPupil[] = [];
  readonly families: Family[] = [];
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** A pupil of the age of the class, into a new family or one with a child of another age. */
  make(schoolClass: DemoClass, stays: Stay[]): DemoPupil {
    const family = this.random.chance(0.24) ? this.findFamily(schoolClass) : null;
    return this.makeIn(family ?? this.newFamily(), schoolClass, stays);
  }

  makeIn(family: Family, { start, grade }: DemoClass, stays: Stay[]): DemoPupil {
    const sex: Sex = this.random.chance(0.5) ? "MALE" : "FEMALE";
    const pupil: DemoPupil = {
      ...{ sourcedId: `pupil-${this.pupils.length + 1}`, sex, family, stays, login: null },
      surname: surnameFor(family.surname, sex),
      givenName: this.pickNewName(family, sex),
      patronymic: patronymicOf(family.fatherName, sex),
      bornOn: this.pickBirthday(start - grade - 6),
    };
    family.children.push({ grade: grade - start, givenName: pupil.givenName });
    this.pupils.push(pupil);
    return pupil;
  }

  newFamily(): Family {
    const family = makeFamily(this.random, this.families.length + 1);
    this.families.push(family);
    return family;
  }

  private findFamily({ grade, start }: DemoClass): Family | null {
    for (let attempt = 0; attempt < 5 && this.families.length > 0; attempt++) {
      const family = this.random.pick(this.families);
      if (family.children.length < 3 && family.children.every((child) => Math.abs(child.grade - (grade - start)) >= 1)) return family;
    }
    return null;
  }

  /** Brothers and sisters have different names. */
  private pickNewName(family: Family, sex: Sex): string {
    const name = pickGivenName(this.random, sex, false);
    return family.children.some((child) => child.givenName === name) ? this.pickNewName(family, sex) : name;
  }

  /** From September to August: children go to school at six and a half to seven and a half. */
  private pickBirthday(year: number): string {
    const [, month, day] = plusDays(`${year}-02-01`, this.random.between(0, 364)).split("-");
    return `${Number(month) >= 2 ? year : year + 1}-${month}-${twoDigits(Number(day))}`;
  }
}
