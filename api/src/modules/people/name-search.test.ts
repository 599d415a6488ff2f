import { searchWords } from "./name-search";

describe("the words of a search by name", () => {
  it("are in small letters, with ё as е, whatever the spaces are", () => {
    expect(searchWords("  ЁЛКИНА   Анна\t", "search")).toEqual(["елкина", "анна"]);
  });

  it("are none when nothing was typed", () => {
    expect(searchWords("", "search")).toEqual([]);
    expect(searchWords(" \n ", "search")).toEqual([]);
  });

  it("are refused when no name is so long", () => {
    expect(() => searchWords("а".repeat(101), "filter.search")).toThrow(
      expect.objectContaining({ code: "TEXT_TOO_LONG", extensions: expect.objectContaining({ field: "filter.search" }) }),
    );
  });
});
