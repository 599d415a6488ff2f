import { ChangeQueue } from "./change-queue";

describe("what waits for a subscriber of a diary", () => {
  it("sums up what a slow reader missed", async () => {
    const queue = new ChangeQueue(() => undefined);
    queue.push(["2026-11-24", "2026-11-23"]);
    queue.push(["2026-11-23"]);
    expect(await queue.next()).toEqual({ done: false, value: ["2026-11-23", "2026-11-24"] });
  });

  it("tells «any date» from then on, when one change said so", async () => {
    const queue = new ChangeQueue(() => undefined);
    queue.push([]);
    queue.push(["2026-11-23"]);
    expect(await queue.next()).toEqual({ done: false, value: [] });
  });

  it("wakes a reader who waits, and ends it once", async () => {
    let ends = 0;
    const queue = new ChangeQueue(() => ends++);
    const waiting = queue.next();
    queue.push(["2026-11-23"]);
    expect(await waiting).toEqual({ done: false, value: ["2026-11-23"] });
    const last = queue.next();
    await queue.return();
    await queue.return();
    expect(await last).toEqual({ done: true, value: undefined });
    expect(ends).toBe(1);
  });
});
