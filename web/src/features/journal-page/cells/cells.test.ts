import { cellText, type AttendanceKind, type MarkValue } from "./cell-value";
import { scaleOf } from "./column-scale";
import { readKey } from "./read-key";
import { readText as read } from "./read-text";
import { endOf, stepOf, typingText, type Typing } from "./typing";

const FIVE = scaleOf("FIVE_POINT", null);
const PERCENT = scaleOf("FIVE_POINT", { scale: "PERCENT", maxPoints: null });
const POINTS = scaleOf("FIVE_POINT", { scale: "POINTS", maxPoints: 20 });
const readText = (text: string, scheme: "FIVE_POINT" | "PASS_FAIL" | "NONE") => read(text, scaleOf(scheme, null));

describe("what a key means in a cell", () => {
  const letter = (key: string, code: string) => readKey({ key, code }, "FIVE_POINT");

  it("sets a mark by its digit, on the row of digits and on the number pad", () => {
    expect(readKey({ key: "5", code: "Digit5" }, "FIVE_POINT")).toEqual({ thing: "MARK", value: "5" });
    expect(readKey({ key: "2", code: "Numpad2" }, "FIVE_POINT")).toEqual({ thing: "MARK", value: "2" });
    expect(readKey({ key: "6", code: "Digit6" }, "FIVE_POINT")).toBe("MARK_NOT_IN_SCHEME");
  });

  it.each([
    ["н", "y", "KeyY", "ABSENT"],
    ["б", ",", "Comma", "SICK"],
    ["у", "e", "KeyE", "EXCUSED"],
    ["о", "j", "KeyJ", "LATE"],
    ["с", "c", "KeyC", "RELEASED"],
  ])("marks absence by %s, and by the same key (%s) of a Latin layout", (russian, latin, code, kind) => {
    expect(letter(russian, code)).toEqual({ thing: "ATTENDANCE", kind });
    expect(letter(russian.toUpperCase(), code)).toEqual({ thing: "ATTENDANCE", kind });
    expect(letter(latin, code)).toEqual({ thing: "ATTENDANCE", kind });
  });

  it("reads a Russian letter by what it writes, wherever the layout has it", () => {
    expect(letter("н", "KeyN")).toEqual({ thing: "ATTENDANCE", kind: "ABSENT" });
    expect(letter("ш", "KeyY")).toBeNull();
  });

  it("keeps absence and незачёт apart: н is absence, minus is незачёт", () => {
    expect(readKey({ key: "з", code: "KeyP" }, "PASS_FAIL")).toEqual({ thing: "MARK", value: "PASS" });
    expect(readKey({ key: "-", code: "Minus" }, "PASS_FAIL")).toEqual({ thing: "MARK", value: "FAIL" });
    expect(readKey({ key: "н", code: "KeyY" }, "PASS_FAIL")).toEqual({ thing: "ATTENDANCE", kind: "ABSENT" });
  });

  it("refuses a mark that the journal's scheme does not have", () => {
    expect(readKey({ key: "5", code: "Digit5" }, "PASS_FAIL")).toBe("MARK_NOT_IN_SCHEME");
    expect(readKey({ key: "5", code: "Digit5" }, "NONE")).toBe("MARK_NOT_IN_SCHEME");
    expect(readKey({ key: "з", code: "KeyP" }, "FIVE_POINT")).toBe("MARK_NOT_IN_SCHEME");
  });

  it("clears by Delete and Backspace, and leaves named keys alone", () => {
    expect(letter("Delete", "Delete")).toEqual({ thing: "CLEAR" });
    expect(letter("Backspace", "Backspace")).toEqual({ thing: "CLEAR" });
    expect(letter("Escape", "KeyY")).toBeNull();
  });
});

describe("what a pasted cell means", () => {
  it("understands marks, letters, both together, and blanks", () => {
    expect(readText(" 5 ", "FIVE_POINT")).toEqual([{ thing: "MARK", value: "5" }]);
    expect(readText("4,0", "FIVE_POINT")).toEqual([{ thing: "MARK", value: "4" }]);
    expect(readText("н", "FIVE_POINT")).toEqual([{ thing: "ATTENDANCE", kind: "ABSENT" }]);
    expect(readText("Осв.", "FIVE_POINT")).toEqual([{ thing: "ATTENDANCE", kind: "RELEASED" }]);
    expect(readText("3О", "FIVE_POINT")).toHaveLength(2);
    expect(readText("", "FIVE_POINT")).toEqual([]);
    expect(readText("незачёт", "PASS_FAIL")).toEqual([{ thing: "MARK", value: "FAIL" }]);
  });

  it("does not guess: what it cannot understand is null", () => {
    for (const text of ["6", "55", "отл", "5 4", "5 н", "н б", "4,5", "зач"]) expect(readText(text, "FIVE_POINT")).toBeNull();
    expect(readText("5", "NONE")).toBeNull();
  });

  it("reads back whatever a cell was copied as", () => {
    const marks: (MarkValue | null)[] = [null, "1", "2", "3", "4", "5"];
    const kinds: (AttendanceKind | null)[] = [null, "LATE", "RELEASED"];
    for (const mark of marks)
      for (const kind of kinds) {
        const wanted = [...(mark ? [{ thing: "MARK", value: mark }] : []), ...(kind ? [{ thing: "ATTENDANCE", kind }] : [])];
        expect(readText(cellText(mark, kind), "FIVE_POINT")).toEqual(wanted);
      }
    for (const kind of ["ABSENT", "SICK", "EXCUSED"] as const)
      expect(readText(cellText(null, kind), "PASS_FAIL")).toEqual([{ thing: "ATTENDANCE", kind }]);
    for (const mark of ["PASS", "FAIL"] as const)
      expect(readText(cellText(mark, null), "PASS_FAIL")).toEqual([{ thing: "MARK", value: mark }]);
  });
});

describe("typing stroke by stroke", () => {
  /** Types keys into a cell until one says something; what waits stays as it is. */
  const type = (keys: string, scale = FIVE) => {
    let typing: Typing = "";
    for (const key of keys) {
      const step = stepOf({ key, code: "" }, typing, scale);
      if (step?.does !== "WAITS") return step;
      typing = step.typing;
    }
    return typing;
  };

  it("sets a retake by a slash and a digit, and one more by two slashes", () => {
    expect(type("/")).toBe("/");
    expect(type("/4")).toEqual({ does: "SAYS", typed: { thing: "MARK", value: "4", attempt: "RETAKE" } });
    expect(type("//5")).toEqual({ does: "SAYS", typed: { thing: "MARK", value: "5", attempt: "FURTHER" } });
    expect(type("4")).toEqual({ does: "SAYS", typed: { thing: "MARK", value: "4" } });
    expect(type("/з", scaleOf("PASS_FAIL", null))).toMatchObject({ typed: { value: "PASS", attempt: "RETAKE" } });
  });

  it("sets a debt by a point, a comma or Ю; the comma key of a Latin layout stays Б", () => {
    for (const key of [".", ",", "ю", "Ю"]) expect(type(key)).toEqual({ does: "SAYS", typed: { thing: "MARK", value: "DEBT" } });
    expect(stepOf({ key: ",", code: "Comma" }, "", FIVE)).toEqual({ does: "SAYS", typed: { thing: "ATTENDANCE", kind: "SICK" } });
    expect(type(".", scaleOf("NONE", null))).toEqual({ does: "REFUSED" });
  });

  it("gathers points digit by digit until the teacher goes on", () => {
    expect(type("87", PERCENT)).toBe("87");
    expect(endOf("87")).toEqual({ thing: "MARK", value: "POINTS", points: "87" });
    expect(type("7.5", POINTS)).toBe("7,5");
    expect(endOf("/7,50")).toEqual({ thing: "MARK", value: "POINTS", points: "7.5", attempt: "RETAKE" });
    expect(endOf("/")).toBeNull();
    expect(type(".", POINTS)).toMatchObject({ typed: { value: "DEBT" } });
  });

  it("refuses at once what the scale has not", () => {
    expect(type("101", PERCENT)).toEqual({ does: "REFUSED" });
    expect(type("8.5", PERCENT)).toEqual({ does: "REFUSED" });
    expect(type("0", scaleOf("FIVE_POINT", { scale: "TEN_POINT", maxPoints: null }))).toEqual({ does: "REFUSED" });
    expect(type("21", POINTS)).toEqual({ does: "REFUSED" });
    expect(type("6")).toEqual({ does: "REFUSED" });
  });

  it("is taken back stroke by stroke, and whole by Escape", () => {
    expect(stepOf({ key: "Backspace", code: "" }, "87", PERCENT)).toEqual({ does: "WAITS", typing: "8" });
    expect(stepOf({ key: "Escape", code: "" }, "87", PERCENT)).toEqual({ does: "WAITS", typing: "" });
    expect(stepOf({ key: "Backspace", code: "" }, "", PERCENT)).toEqual({ does: "SAYS", typed: { thing: "CLEAR" } });
  });

  it("shows a retake behind the mark, and points in its place", () => {
    expect(typingText("2", "/")).toBe("2/");
    expect(typingText("3", "87")).toBe("87");
  });
});

describe("a pasted cell of several marks or of points", () => {
  it("is a mark with its retakes, in their order", () => {
    expect(read("2/4", FIVE)).toEqual([
      { thing: "MARK", value: "2" },
      { thing: "MARK", value: "4" },
    ]);
    expect(read("2/•", FIVE)).toMatchObject([{ value: "2" }, { value: "DEBT" }]);
    expect(read("2/4 О", FIVE)).toHaveLength(3);
    for (const text of ["2/", "/4", "2/6", "•/4", "2/н", "2/3 4"]) expect(read(text, FIVE)).toBeNull();
  });

  it("is a debt", () => {
    for (const text of [".", "•", "точка"]) expect(read(text, FIVE)).toEqual([{ thing: "MARK", value: "DEBT" }]);
  });

  it("is points in a column that is counted so", () => {
    expect(read("87", PERCENT)).toEqual([{ thing: "MARK", value: "POINTS", points: "87" }]);
    expect(read("87 %", PERCENT)).toEqual([{ thing: "MARK", value: "POINTS", points: "87" }]);
    expect(read("7,5", POINTS)).toEqual([{ thing: "MARK", value: "POINTS", points: "7.5" }]);
    expect(read("н/з", scaleOf("PASS_FAIL", null))).toEqual([{ thing: "MARK", value: "FAIL" }]);
    for (const text of ["101", "5,5"]) expect(read(text, PERCENT)).toBeNull();
  });
});
