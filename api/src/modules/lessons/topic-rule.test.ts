import fc from "fast-check";
import { Refusal } from "../../kernel/refusal";
import { checkTitle, checkTopic } from "./topic-rule";

const codeOf = (result: string | null | Refusal) => (result instanceof Refusal ? result.code : "KEPT");

describe("the topic of a lesson (2.7)", () => {
  it("is kept without spaces at its ends and in one line", () => {
    expect(checkTopic("  Сложение\r\nдробей ", false)).toBe("Сложение дробей");
  });

  it.each([
    ["nothing", "", "TOPIC_EMPTY"],
    ["spaces and line ends", " \n\t ", "TOPIC_EMPTY"],
    ["another language", "Fractions", "TOPIC_NOT_RUSSIAN"],
    ["figures alone", "§ 5, 12", "TOPIC_NOT_RUSSIAN"],
    ["emoji alone", "🎉🎉", "TOPIC_NOT_RUSSIAN"],
    ["Russian beside other words", "Python: циклы", "KEPT"],
    ["emoji beside Russian words", "Контрольная работа 🎉", "KEPT"],
    ["NUL", "Дроби\u0000", "INVALID"],
    ["a control character", "Дроби\u0007", "INVALID"],
    ["half of a character", "Дроби \ud83d", "INVALID"],
    ["500 characters", "я".repeat(500), "KEPT"],
    ["501 characters", "я".repeat(501), "TEXT_TOO_LONG"],
    ["500 emoji-long characters", `я${"🎉".repeat(499)}`, "KEPT"],
  ])("that holds %s", (_, topic, answer) => {
    expect(codeOf(checkTopic(topic, false))).toBe(answer);
  });

  it.each([
    ["only foreign words", "Present Simple", "TOPIC_NOT_RUSSIAN"],
    ["foreign words and one Russian letter", "Unit 5 а", "TOPIC_NOT_RUSSIAN"],
    ["Russian words beside the foreign ones", "Времена глагола: Present Simple", "KEPT"],
    ["only Russian words", "Моя семья", "KEPT"],
  ])("in a foreign language that holds %s", (_, topic, answer) => {
    expect(codeOf(checkTopic(topic, true))).toBe(answer);
  });

  it("keeps a text with a Russian word whatever printable text stands around it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.boolean(), (around, foreign) => {
        const typed = `${around} Дроби ${around}`;
        const visible = !/[^\P{Cc}\t\r\n]/u.test(typed);
        expect(codeOf(checkTopic(typed, foreign)) === "KEPT").toBe(visible && typed.isWellFormed());
      }),
    );
  });

  it("is refused with a sentence for people and never with an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (typed, foreign) => {
        const result = checkTopic(typed, foreign);
        expect(result instanceof Refusal ? result.message : "Оставлено.").toMatch(/^[А-Я].*\.$/s);
      }),
    );
  });
});

describe("the title of a work", () => {
  it("may be left out, hold figures alone, but no foreign words alone", () => {
    expect(checkTitle(null, false)).toBeNull();
    expect(checkTitle("  ", false)).toBeNull();
    expect(checkTitle("№ 5", false)).toBe("№ 5");
    expect(codeOf(checkTitle("Test 5", true))).toBe("TOPIC_NOT_RUSSIAN");
    expect(checkTitle("Тест Unit 5", true)).toBe("Тест Unit 5");
  });
});
