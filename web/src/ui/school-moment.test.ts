import { instantOf, momentParts, parseSchoolMoment, schoolMomentAt } from "./school-moment";

describe("moments by the school's clock", () => {
  it("are the same instant wherever the reader is", () => {
    expect(instantOf("2026-10-12T14:30", "Europe/Moscow")).toBe("2026-10-12T11:30:00.000Z");
    expect(instantOf("2026-10-12T00:10", "Asia/Kamchatka")).toBe("2026-10-11T12:10:00.000Z");
    expect(schoolMomentAt("2026-10-11T12:10:00.000Z", "Asia/Kamchatka")).toBe("2026-10-12T00:10");
  });

  it("are written дд.мм.гггг and чч:мм", () => {
    expect(momentParts("2026-10-12T14:30")).toEqual({ date: "12.10.2026", time: "14:30" });
  });

  it.each(["", "2026-10-12", "2026-13-12T14:30", "2026-10-12T24:00", "2026-10-12T14:30:10", undefined, ["2026-10-12T14:30"]])(
    "are not what is no moment: %j",
    (typed) => expect(parseSchoolMoment(typed)).toBeUndefined(),
  );
});
