import fc from "fast-check";
import { civilDate } from "../../kernel/clock";
import { mailDue } from "./mail-due";
import { DEFAULT_SCHEDULE, type Schedule } from "./notice-defaults";
import { MailTime, NoticeKind } from "./notice-kind";
import { momentOf, wallTime, weekdayOf } from "../calendar/school-time";

const MOSCOW = "Europe/Moscow";
const due = (kind: NoticeKind, at: string, byMail: MailTime, changed: Partial<Schedule> = {}, zone = MOSCOW) =>
  mailDue(kind, new Date(at), byMail, { ...DEFAULT_SCHEDULE, ...changed }, zone)?.toISOString();

describe("when a letter is due", () => {
  it.each([
    ["a message by day: at once", NoticeKind.MESSAGE, "2026-11-23T12:00:00+03:00", MailTime.AT_ONCE, "2026-11-23T09:00:00.000Z"],
    [
      "a mark: five minutes later, so that a slip can be mended",
      NoticeKind.MARK,
      "2026-11-23T12:00:00+03:00",
      MailTime.AT_ONCE,
      "2026-11-23T09:05:00.000Z",
    ],
    ["a message at night: in the morning", NoticeKind.MESSAGE, "2026-11-23T23:30:00+03:00", MailTime.AT_ONCE, "2026-11-24T04:00:00.000Z"],
    [
      "a message before the morning: in the same morning",
      NoticeKind.MESSAGE,
      "2026-11-24T03:00:00+03:00",
      MailTime.AT_ONCE,
      "2026-11-24T04:00:00.000Z",
    ],
    ["a mark by day: with the evening's digest", NoticeKind.MARK, "2026-11-23T12:00:00+03:00", MailTime.DAILY, "2026-11-23T15:00:00.000Z"],
    [
      "a mark just before the digest: with the next",
      NoticeKind.MARK,
      "2026-11-23T17:57:00+03:00",
      MailTime.DAILY,
      "2026-11-24T15:00:00.000Z",
    ],
    ["a mark on Saturday: with Friday's digest", NoticeKind.MARK, "2026-11-21T12:00:00+03:00", MailTime.WEEKLY, "2026-11-27T15:00:00.000Z"],
  ])("%s", (_what, kind, at, byMail, expected) => {
    expect(due(kind, at, byMail)).toBe(expected);
  });

  it("never: no letter", () => {
    expect(due(NoticeKind.MARK, "2026-11-23T12:00:00+03:00", MailTime.NEVER)).toBeUndefined();
  });

  it("at any hour, when quiet hours begin and end at one time", () => {
    expect(due(NoticeKind.MESSAGE, "2026-11-23T23:30:00+03:00", MailTime.AT_ONCE, { quietFrom: "00:00", quietTo: "00:00" })).toBe(
      "2026-11-23T20:30:00.000Z",
    );
  });

  it("keeps the hour of the wall where clocks are changed", () => {
    expect(due(NoticeKind.MESSAGE, "2026-03-28T23:30:00+01:00", MailTime.AT_ONCE, {}, "Europe/Berlin")).toBe("2026-03-29T05:00:00.000Z");
    expect(momentOf("2026-10-25", "02:30", "Europe/Berlin").toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(momentOf("2026-03-29", "02:30", "Europe/Berlin").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  const schedule = fc.record({ quietFrom: time, quietTo: time, digestAt: time, digestWeekday: fc.integer({ min: 1, max: 7 }) });
  const zone = fc.constantFrom(MOSCOW, "Asia/Kamchatka", "Europe/Kaliningrad", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
  const at = fc.date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
  const kind = fc.constantFrom(...Object.values(NoticeKind));
  const byMail = fc.constantFrom(MailTime.AT_ONCE, MailTime.DAILY, MailTime.WEEKLY);

  it("is never before the thing itself, never in quiet hours, and not later than the next digest and a night", () => {
    fc.assert(
      fc.property(kind, at, byMail, schedule, zone, (what, moment, how, when, where) => {
        const letter = mailDue(what, moment, how, when, where)!;
        const days = { AT_ONCE: 0, DAILY: 1, WEEKLY: 7, NEVER: 0 }[how];
        expect(letter.getTime()).toBeGreaterThanOrEqual(moment.getTime());
        expect(letter.getTime() - moment.getTime()).toBeLessThanOrEqual((days * 24 + 24 + 3) * 3_600_000);
        const { quietFrom, quietTo } = when;
        const shown = wallTime(letter, where);
        const isQuiet = quietTo < quietFrom ? shown >= quietFrom || shown < quietTo : shown >= quietFrom && shown < quietTo;
        // The hour that clocks leave out has no end: the letter goes just after it.
        const isLeap = momentOf(civilDate(letter, where), quietTo, where).getTime() === letter.getTime();
        expect(isQuiet && !isLeap).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("comes with the digest at its time and on its day, when that is not a quiet one", () => {
    const loud = schedule.map((one) => ({ ...one, quietFrom: "00:00", quietTo: "00:00", digestAt: one.digestAt.replace(/^0[0-4]/, "05") }));
    fc.assert(
      fc.property(at, loud, zone, (moment, when, where) => {
        const letter = mailDue(NoticeKind.MARK, moment, MailTime.WEEKLY, when, where)!;
        expect([wallTime(letter, where), weekdayOf(civilDate(letter, where))]).toEqual([when.digestAt, when.digestWeekday]);
      }),
      { numRuns: 300 },
    );
  });
});
