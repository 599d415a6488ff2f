import { readText } from "../cells/read-text";
import fc from "fast-check";
import { scaleOf } from "../cells/column-scale";
import { HEADER_ROW, moveByKey, nextRow, type GridSize, type Position } from "./grid-move";
import { inRange, positionsOf, rangeBetween } from "./grid-range";
import { placePaste } from "./place-paste";
import { readTable, writeTable } from "./read-table";

const size: GridSize = { rows: 28, columns: 32 };
const press = (key: string, at: Position, held: { shift?: boolean; ctrl?: boolean } = {}) =>
  moveByKey({ key, shiftKey: held.shift ?? false, ctrlKey: held.ctrl ?? false }, at, size);

describe("moving over the grid", () => {
  const at = { row: 5, column: 7 };

  it.each([
    ["ArrowDown", {}, { row: 6, column: 7 }],
    ["ArrowUp", {}, { row: 4, column: 7 }],
    ["ArrowLeft", {}, { row: 5, column: 6 }],
    ["ArrowRight", {}, { row: 5, column: 8 }],
    ["Tab", {}, { row: 5, column: 8 }],
    ["Tab", { shift: true }, { row: 5, column: 6 }],
    ["Enter", {}, { row: 6, column: 7 }],
    ["Enter", { shift: true }, { row: 4, column: 7 }],
    ["Home", {}, { row: 5, column: 0 }],
    ["End", {}, { row: 5, column: 31 }],
    ["Home", { ctrl: true }, { row: 0, column: 0 }],
    ["End", { ctrl: true }, { row: 27, column: 31 }],
    ["PageDown", {}, { row: 15, column: 7 }],
    ["PageUp", {}, { row: 0, column: 7 }],
  ])("%s %j leads where a spreadsheet leads", (key, held, to) => {
    expect(press(key, at, held)).toEqual(to);
  });

  it("climbs from the first pupil to the lesson's header and no higher", () => {
    expect(press("ArrowUp", { row: 0, column: 3 })).toEqual({ row: HEADER_ROW, column: 3 });
    expect(press("ArrowUp", { row: HEADER_ROW, column: 3 })).toEqual({ row: HEADER_ROW, column: 3 });
  });

  it("lets Tab out at both ends, so that the grid traps nobody", () => {
    expect(press("Tab", { row: 3, column: 31 })).toBeNull();
    expect(press("Tab", { row: 3, column: 0 }, { shift: true })).toBeNull();
  });

  it("never leaves the grid, whatever is pressed", () => {
    const key = fc.constantFrom(..."ArrowUp ArrowDown ArrowLeft ArrowRight Tab Enter Home End PageUp PageDown".split(" "));
    const stroke = fc.record({ key, shiftKey: fc.boolean(), ctrlKey: fc.boolean() });
    fc.assert(
      fc.property(
        fc.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 90 }) }),
        fc.array(stroke),
        (any, strokes) => {
          const end = strokes.reduce<Position>((place, one) => moveByKey(one, place, any) ?? place, { row: 0, column: 0 });
          expect(end.row).toBeGreaterThanOrEqual(HEADER_ROW);
          expect(end.row).toBeLessThan(any.rows);
          expect(end.column).toBeGreaterThanOrEqual(0);
          expect(end.column).toBeLessThan(any.columns);
        },
      ),
    );
  });

  it("after a typed mark goes to the next pupil who may have one, and stays on the last", () => {
    const gone = (position: Position) => position.row !== 6;
    expect(nextRow(at, size, gone)).toEqual({ row: 7, column: 7 });
    expect(nextRow({ row: 27, column: 7 }, size, () => true)).toEqual({ row: 27, column: 7 });
  });
});

describe("a selected range", () => {
  it("is the same whichever corner it was begun from", () => {
    const range = rangeBetween({ row: 4, column: 2 }, { row: 1, column: 5 });
    expect(range).toEqual({ top: 1, left: 2, bottom: 4, right: 5 });
    expect(positionsOf(range)).toHaveLength(16);
    expect(inRange(range, { row: 4, column: 5 })).toBe(true);
    expect(inRange(range, { row: 5, column: 5 })).toBe(false);
  });
});

describe("the clipboard", () => {
  it("reads a column with or without the last newline, Windows newlines and quoted cells", () => {
    expect(readTable("5\n\n4\n")).toEqual([["5"], [""], ["4"]]);
    expect(readTable("5\t4\r\nн\t3\r\n")).toEqual([
      ["5", "4"],
      ["н", "3"],
    ]);
    expect(readTable('"a\nb"\t"say ""5"""')).toEqual([["a\nb", 'say "5"']]);
    expect(readTable('"not closed\t5')).toEqual([['"not closed', "5"]]);
  });

  it("reads back every rectangle that it wrote", () => {
    const cell = fc.constantFrom("", "5", "н", "4 О", "ОСВ", "зач");
    const rectangle = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
    const ended = rectangle.filter((rows) => rows.length === 1 || rows.at(-1)?.join("") !== "");
    fc.assert(fc.property(ended, (rows) => expect(readTable(writeTable(rows))).toEqual(rows)));
  });
});

describe("pasting", () => {
  const everywhere = () => true;
  const read = (text: string) => readText(text, scaleOf("FIVE_POINT", null));
  const one = (row: number, column: number) => rangeBetween({ row, column }, { row, column });

  it("lays a column down from the active cell; blanks change nothing", () => {
    const { placed, unplaced } = placePaste("5\n\nн\n", one(2, 3), size, read, everywhere);
    expect(unplaced).toEqual([]);
    expect(placed).toEqual([
      { at: { row: 2, column: 3 }, typed: [{ thing: "MARK", value: "5" }] },
      { at: { row: 4, column: 3 }, typed: [{ thing: "ATTENDANCE", kind: "ABSENT" }] },
    ]);
  });

  it("fills the whole selection with one copied cell", () => {
    const { placed } = placePaste("н\n", rangeBetween({ row: 0, column: 1 }, { row: 9, column: 1 }), size, read, everywhere);
    expect(placed).toHaveLength(10);
  });

  it("tells what it could not understand, what fell outside and what may not be changed", () => {
    const { placed, unplaced } = placePaste(
      "5\tотл\n4\t3\n2\t2",
      one(26, 30),
      size,
      read,
      ({ row, column }) => !(row === 27 && column === 31),
    );
    expect(placed.map(({ at }) => at)).toEqual([
      { row: 26, column: 30 },
      { row: 27, column: 30 },
    ]);
    expect(unplaced.map(({ text, why }) => [text, why])).toEqual([
      ["отл", "NOT_UNDERSTOOD"],
      ["3", "NOT_EDITABLE"],
      ["2", "OUTSIDE"],
      ["2", "OUTSIDE"],
    ]);
  });

  it("loses no cell: every one that is not blank is either placed or told about", () => {
    const text = fc.array(fc.array(fc.constantFrom("5", "", "н", "abc", "1 2"), { minLength: 1, maxLength: 5 }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (rows) => {
        const { placed, unplaced } = placePaste(writeTable(rows), one(10, 29), size, read, ({ row }) => row % 7 !== 0);
        expect(placed.length + unplaced.length).toBe(rows.flat().filter((cell) => cell !== "").length);
      }),
    );
  });
});
