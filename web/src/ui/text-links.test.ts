import fc from "fast-check";
import { findLinks } from "./text-links";

describe("links in a plain text", () => {
  it("are addresses of the web, without what ends the sentence", () => {
    expect(findLinks("Анкета: https://school.example/form?a=1, до пятницы.")).toEqual([
      { text: "Анкета: " },
      { text: "https://school.example/form?a=1", href: "https://school.example/form?a=1" },
      { text: ", до пятницы." },
    ]);
    expect(hrefs("(см. http://example.org/a_(b))")).toEqual(["http://example.org/a_(b)"]);
    expect(hrefs("«https://example.org/приказ»")).toEqual(["https://example.org/приказ"]);
  });

  it("are nothing else", () => {
    for (const text of [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://example.org",
      "example.org",
      "https://",
      "http://?",
      "//example.org",
    ]) {
      expect(hrefs(text)).toEqual([]);
    }
  });

  it("do not hide where they lead behind a name", () => {
    expect(hrefs("https://school.example@evil.example/")).toEqual([]);
  });

  it("lose nothing of the text, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) =>
          findLinks(text)
            .map((part) => part.text)
            .join("") === text,
      ),
    );
  });
});

function hrefs(text: string): string[] {
  return findLinks(text).flatMap(({ href }) => href ?? []);
}
