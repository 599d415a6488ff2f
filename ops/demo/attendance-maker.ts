import { type Random, seededRandom } from "./random.ts";
import { plusDays } from "./school-calendar.ts";

export type AbsenceKind = "ABSENT" | "SICK" | "EXCUSED" | "LATE" | "RELEASED";

/** One pupil's absence from one lesson. */
export interface Absence {
  kind: AbsenceKind;
  minutesLate: number | null;
  reason: string | null;
  document: string | null;
}

/** Whole days away: from..to with the reason. */
interface Away extends Absence {
  from: string;
  to: string;
}

const EXCUSES = ["Семейные обстоятельства", "Соревнования", "Олимпиада", "Посещение врача", "Участие в конкурсе", "По заявлению родителей"];

/** How likely a pupil falls ill on a day, by month: winter and autumn are the seasons. */
const SICK_BY_MONTH: Readonly<Record<string, number>> = {
  ...{ "09": 0.005, "10": 0.008, "11": 0.01, "12": 0.0095, "01": 0.009, "02": 0.0115, "03": 0.0075, "04": 0.0055, "05": 0.004 },
};

/** The absences of one pupil over a year: sickness runs over days, a lesson is missed or begun late now and then. */
export class PupilAttendance {
  private readonly away: Away[] = [];
  private readonly random: Random;
  /** Some are hardly ever late, some often. */
  private readonly carelessness: number;

  constructor(seed: string, first: string, last: string) {
    this.random = seededRandom(seed);
    this.carelessness = this.random.next() ** 2;
    for (let day = first; day <= last; day = plusDays(day, 1)) {
      const away = this.beginAway(day);
      if (!away) continue;
      this.away.push(away);
      day = plusDays(away.to, 5);
    }
  }

  /** What stands in the journal for this lesson, or null: the pupil was there. Ask in the order of lessons. */
  at(date: string, slot: number, subject: string): Absence | null {
    const away = this.away.find(({ from, to }) => from <= date && date <= to);
    if (away) return away;
    const chance = this.random.next();
    if (chance < 0.003 + 0.009 * this.carelessness) return { kind: "ABSENT", minutesLate: null, reason: null, document: null };
    if (chance > 0.999 - 0.012 * this.carelessness && slot <= 2) {
      return { kind: "LATE", minutesLate: this.random.pick([3, 5, 5, 7, 10, 10, 15]), reason: null, document: null };
    }
    if (subject === "Физическая культура" && chance > 0.4 && chance < 0.408) {
      return { kind: "RELEASED", minutesLate: null, reason: "Освобождение после болезни", document: null };
    }
    return null;
  }

  private beginAway(day: string): Away | null {
    const chance = this.random.next();
    const sick = SICK_BY_MONTH[day.slice(5, 7)] ?? 0;
    if (chance < sick) {
      const to = plusDays(day, this.random.between(2, 9));
      const document = this.random.chance(0.8) ? `Справка № ${this.random.between(100, 999)}` : null;
      return { kind: "SICK", from: day, to, minutesLate: null, reason: "Болезнь", document };
    }
    if (chance > 0.9955) {
      return {
        kind: "EXCUSED",
        from: day,
        to: plusDays(day, this.random.pick([0, 0, 0, 1, 2])),
        minutesLate: null,
        reason: this.random.pick(EXCUSES),
        document: null,
      };
    }
    return null;
  }
}
