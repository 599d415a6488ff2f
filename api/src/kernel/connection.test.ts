import fc from "fast-check";
import { PAGE_LIMIT, readCursor, rowsToRead, toPage } from "./connection";

const INVALID = expect.objectContaining({ code: "INVALID" }) as Error;

describe("a page of a list", () => {
  const keys = (name: string): [string] => [name];

  it("has a next page when one row more was read than it holds", () => {
    const page = toPage(["а", "б", "в"], 2, "names", keys);
    expect(page.nodes).toEqual(["а", "б"]);
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: page.edges[1]!.cursor });
  });

  it("ends where the list ends", () => {
    expect(toPage(["а", "б"], 2, "names", keys).pageInfo.hasNextPage).toBe(false);
    expect(toPage([], 2, "names", keys).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it("reads one row more than asked for, from 1 to the limit", () => {
    expect(rowsToRead(1)).toBe(2);
    expect(rowsToRead(PAGE_LIMIT)).toBe(PAGE_LIMIT + 1);
  });

  it("is refused with the limit when it is too long or empty", () => {
    expect(() => rowsToRead(PAGE_LIMIT + 1)).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED", extensions: expect.objectContaining({ limit: 200 }) }),
    );
    expect(() => rowsToRead(0)).toThrow(INVALID);
    expect(() => rowsToRead(-1)).toThrow(INVALID);
  });
});

describe("a cursor", () => {
  it("gives back the keys of the row that it was made of", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 100 }).filter((text) => !text.includes("\0")),
        fc.nat(999),
        (text, number) => {
          const { endCursor } = toPage(["row"], 1, "names", () => [text, number]).pageInfo;
          expect(readCursor(endCursor, "names", "text", "number")).toEqual([text, String(number)]);
        },
      ),
    );
  });

  it("is not needed for the first page", () => {
    expect(readCursor(null, "names", "text")).toBeNull();
    expect(readCursor(undefined, "names", "text")).toBeNull();
  });

  it("of another list is refused", () => {
    const { endCursor } = toPage(["Орлов"], 1, "pupils", (name) => [name]).pageInfo;
    expect(() => readCursor(endCursor, "staff", "text")).toThrow(INVALID);
  });

  it("that no list gave is refused, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(() => readCursor(text, "names", "text", "uuid")).toThrow(INVALID)));
  });

  it.each([
    [["lessons", "2026-11-23"]],
    [["lessons", "2026-11-23", "1", "2"]],
    [["lessons", "2026-13-01", "1"]],
    [["lessons", "2026-02-31", "1"]],
    [["lessons", "'; DROP TABLE lesson", "1"]],
    [["lessons", "2026-11-23", "-1"]],
    [["lessons", "2026-11-23", 1]],
    [{ list: "lessons" }],
    ["lessons"],
    [null],
  ])("forged as %j is refused", (forged) => {
    const cursor = Buffer.from(JSON.stringify(forged)).toString("base64url");
    expect(() => readCursor(cursor, "lessons", "date", "number")).toThrow(INVALID);
  });

  it("never carries a NUL to the database", () => {
    const { endCursor } = toPage(["А\0"], 1, "names", (name) => [name]).pageInfo;
    expect(() => readCursor(endCursor, "names", "text")).toThrow(INVALID);
  });
});
