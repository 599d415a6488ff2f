import { civilDate, systemClock } from "./clock";

describe("a clock whose date is held still", () => {
  afterEach(() => jest.useRealTimers());

  it.each(["2026-11-27T20:59:59.999Z", "2026-11-27T21:00:00.000Z", "2026-11-28T00:30:00.000Z", "2026-11-28T12:00:00.000Z"])(
    "is on its date at any hour of the machine, in Moscow's time: %s",
    (real) => {
      jest.useFakeTimers({ now: new Date(real) });
      const clock = systemClock("2026-11-23");
      expect(civilDate(clock.now(), "Europe/Moscow")).toBe("2026-11-23");
      expect(clock.today("Europe/Moscow")).toBe("2026-11-23");
      expect((clock.now().getTime() - Date.now()) % 86_400_000).toBe(-0);
    },
  );
});
