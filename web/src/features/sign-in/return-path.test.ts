import { safeReturnPath } from "./return-path";

describe("the way back after signing in", () => {
  it("leads to the page that was asked for, with its search", () => {
    expect(safeReturnPath("/journals/1?lesson=2")).toBe("/journals/1?lesson=2");
  });

  it("leads home when no page was asked for", () => {
    expect(safeReturnPath(undefined)).toBe("/");
    expect(safeReturnPath(["/day", "/admin"])).toBe("/");
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "//",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "javascript:alert(1)",
  ])("never leads to another site: %j", (asked) => {
    expect(safeReturnPath(asked)).toBe("/");
  });
});
