import { cellText, type AttendanceKind, type MarkValue } from "./cell-value";
import { readKey } from "./read-key";
import { readText } from "./read-text";

describe("what a key means in a cell", () => {
  const letter = (key: string, code: string) => readKey({ key, code }, "FIVE_POINT");

  it("sets a mark by its digit, on the row of digits and on the number pad", () => {
    expect(readKey({ key: "5", code: "Digit5" }, "FIVE_POINT")).toEqual({ thing: "MARK", value: "5" });
    expect(readKey({ key: "2", code: "Numpad2" }, "FIVE_POINT")).toEqual({ thing: "MARK", value: "2" });
    expect(readKey({ key: "6", code: "Digit6" }, "FIVE_POINT")).toBeNull();
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
