import { isGoingOn } from "./school-clock";

describe("a lesson that is going on", () => {
  const lesson = { startsAt: "08:30", endsAt: "09:15" };

  it("is told by the school's clock, not by the server's", () => {
    const now = new Date("2026-11-23T05:40:00Z");
    expect(isGoingOn(lesson, "Europe/Moscow", now)).toBe(true);
    expect(isGoingOn(lesson, "Asia/Vladivostok", now)).toBe(false);
  });

  it("begins with the bell and is over with the bell", () => {
    expect(isGoingOn(lesson, "UTC", new Date("2026-11-23T08:30:00Z"))).toBe(true);
    expect(isGoingOn(lesson, "UTC", new Date("2026-11-23T09:15:00Z"))).toBe(false);
  });

  it("is never one without bells", () => {
    expect(isGoingOn({ startsAt: null, endsAt: null }, "UTC", new Date("2026-11-23T08:30:00Z"))).toBe(false);
  });
});
