import { addDays, formatDate, formatDayAndMonth, mondayOf, nextWorkday, parseSchoolDate, weekdayName } from "./school-date";

describe("dates of school life", () => {
  it("are written дд.мм.гггг", () => {
    expect(formatDate("2026-11-03")).toBe("03.11.2026");
    expect(formatDayAndMonth("2026-11-03")).toBe("03.11");
  });

  it("have a weekday in words", () => {
    expect(weekdayName("2026-11-23", "ru")).toBe("понедельник");
    expect(weekdayName("2026-11-23", "ru", "short")).toBe("пн");
  });

  it("pass months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  });

  it("belong to a week that starts on Monday", () => {
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  });

  it("step over Sundays", () => {
    expect(nextWorkday("2026-11-28", 1)).toBe("2026-11-30");
    expect(nextWorkday("2026-11-30", -1)).toBe("2026-11-28");
    expect(nextWorkday("2026-11-24", -1)).toBe("2026-11-23");
  });

  it("are taken from an address only when the calendar has them", () => {
    expect(parseSchoolDate("2026-11-23")).toBe("2026-11-23");
    for (const typed of ["2026-02-30", "23.11.2026", "2026-11-23T00:00", "", undefined, ["2026-11-23"]]) {
      expect(parseSchoolDate(typed)).toBeUndefined();
    }
  });
});
