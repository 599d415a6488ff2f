import { pressingFirst } from "./pressing-first";

describe("the order of announcements on a home page", () => {
  it("begins with what is to be acknowledged, then what is unread, and keeps the newest first within each", () => {
    const old = { id: "read", readAt: "2026-11-20", acknowledgedAt: null, needsAcknowledgement: false };
    const unread = { ...old, id: "unread", readAt: null };
    const later = { ...unread, id: "later" };
    const opened = { ...old, id: "opened", needsAcknowledgement: true };
    const untouched = { ...opened, id: "untouched", readAt: null };
    const done = { ...opened, id: "done", acknowledgedAt: "2026-11-21" };
    const order = pressingFirst([old, unread, later, done, opened, untouched]).map(({ id }) => id);
    expect(order).toEqual(["untouched", "opened", "unread", "later", "read", "done"]);
  });
});
