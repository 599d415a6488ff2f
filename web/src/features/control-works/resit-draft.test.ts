import { changedResits } from "./resit-draft";

const none = { pupilId: "p1", resit: null };
const planned = { pupilId: "p2", resit: { plannedOn: "2026-11-27", note: "каб. 12", version: 3 } };

describe("what is saved of the days of resits", () => {
  it("is nothing while nothing is changed", () => {
    expect(changedResits([none, planned], { days: {}, note: null })).toEqual([]);
    expect(changedResits([none, planned], { days: { p1: "", p2: "2026-11-27" }, note: null })).toEqual([]);
  });

  it("is one day for all who have not that day yet, each with the version that was seen", () => {
    expect(changedResits([none, planned], { days: { p1: "2026-11-30", p2: "2026-11-30" }, note: null })).toEqual([
      { pupilId: "p1", plannedOn: "2026-11-30", note: "каб. 12", version: 0 },
      { pupilId: "p2", plannedOn: "2026-11-30", note: "каб. 12", version: 3 },
    ]);
  });

  it("is a cancelling where the day is emptied", () => {
    expect(changedResits([planned], { days: { p2: "" }, note: null })).toEqual([
      { pupilId: "p2", plannedOn: null, note: null, version: 3 },
    ]);
  });

  it("is a note alone for those who have a day", () => {
    expect(changedResits([none, planned], { days: {}, note: " каб. 14 " })).toEqual([
      { pupilId: "p2", plannedOn: "2026-11-27", note: "каб. 14", version: 3 },
    ]);
  });
});
