import fc from "fast-check";
import { addAbsences, countAbsences, type AbsenceDay } from "./absence-figures";

const day: fc.Arbitrary<AbsenceDay> = fc.record({
  sick: fc.nat(7),
  excused: fc.nat(7),
  unexcused: fc.nat(7),
  late: fc.nat(3),
  lessons: fc.nat(8),
});

describe("absences", () => {
  it("count a day as missed only when every lesson of it was", () => {
    const quiet = { sick: 0, excused: 0, unexcused: 0, late: 0 };
    expect(countAbsences([{ ...quiet, sick: 5, lessons: 6 }])).toMatchObject({ sickLessons: 5, sickDays: 0 });
    expect(countAbsences([{ ...quiet, sick: 6, lessons: 6 }])).toMatchObject({ sickLessons: 6, sickDays: 1 });
    expect(countAbsences([{ ...quiet, late: 6, lessons: 6 }])).toMatchObject({ late: 6, sickDays: 0, unexcusedDays: 0 });
  });

  it("give a mixed day the reason of most of its lessons, and of as many the one that excuses more", () => {
    expect(countAbsences([{ sick: 1, excused: 0, unexcused: 4, late: 0, lessons: 5 }])).toMatchObject({ unexcusedDays: 1, sickDays: 0 });
    expect(countAbsences([{ sick: 0, excused: 2, unexcused: 2, late: 0, lessons: 4 }])).toMatchObject({ excusedDays: 1, unexcusedDays: 0 });
  });

  it("make the same sum in any order, and pupil by pupil", () => {
    fc.assert(
      fc.property(fc.array(day), fc.array(day), (one, other) => {
        const together = countAbsences([...one, ...other]);
        expect(countAbsences([...other, ...one])).toEqual(together);
        expect(addAbsences([countAbsences(one), countAbsences(other)])).toEqual(together);
        expect(together.sickDays + together.excusedDays + together.unexcusedDays).toBeLessThanOrEqual(one.length + other.length);
      }),
    );
  });
});
