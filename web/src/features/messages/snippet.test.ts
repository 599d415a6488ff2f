import { snippet } from "./snippet";

describe("what is shown of a found message", () => {
  it("has the searched words in sight, with a little before them", () => {
    const text = "Здравствуйте! Напомните, пожалуйста, когда\nконтрольная работа по алгебре?";
    expect(snippet(text, "контрольная")).toEqual({ before: "…когда ", match: "контрольная", after: " работа по алгебре?" });
  });

  it("does not mind capitals and ё", () => {
    expect(snippet("Ещё раз", "еще")).toEqual({ before: "", match: "Ещё", after: " раз" });
  });

  it("is the text itself where another form of the word was found", () => {
    expect(snippet("Контрольной не будет", "контрольная")).toEqual({ before: "Контрольной не будет", match: "", after: "" });
  });
});
