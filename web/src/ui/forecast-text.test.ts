import texts from "@/messages/ru/forecast.json";
import { forecastText, sameGradeText, type GradeOutlook } from "./forecast-text";

/** The Russian texts as they are, with their values and plural forms put in. */
function say(key: string, values: Record<string, string | number> = {}): string {
  const text = key.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], texts) as string;
  const [, counted] = /^\{(\w+), plural,/.exec(text) ?? [];
  if (!counted) return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const form = new Intl.PluralRules("ru").select(Number(values[counted]));
  return new RegExp(`${form} \\{([^}]*)\\}`).exec(text)![1]!.replace("#", String(values[counted]));
}

const t = say as unknown as Parameters<typeof forecastText>[0];
const heavy: GradeOutlook["paths"][number]["kinds"] = ["CONTROL", "DICTATION", "ESSAY", "EXPOSITION", "PROJECT"];
const rest: typeof heavy = ["ORAL", "CLASSWORK", "INDEPENDENT", "PRACTICAL", "LABORATORY", "HOMEWORK", "TEST", "OTHER"];
const subject = { lessonsLeft: 10, suggestion: { value: "4", cause: "AVERAGE", missedLessons: 0, heldLessons: 20 }, grades: [] };
const outlook = (grade: number, paths: GradeOutlook["paths"]): GradeOutlook => ({ grade, outlook: "REACHABLE", fewest: null, paths });
const told = (grade: GradeOutlook) => [forecastText(t, grade, subject), sameGradeText(t, grade)];

describe("the words of a forecast (3.3.4)", () => {
  it("name the works of the heavier weight, and call the others the rest", () => {
    const five = outlook(5, [
      { kinds: heavy, fives: 4, same: 4 },
      { kinds: rest, fives: 8, same: 8 },
    ]);
    expect(told(five)).toEqual([
      "До 5: 4 пятёрки за контрольную, диктант, сочинение, изложение, проект или 8 пятёрок за остальные работы",
      null,
    ]);
  });

  it("name no works where both weights take as many, and tell what it takes without a five", () => {
    const four = outlook(4, [
      { kinds: heavy, fives: 1, same: 1 },
      { kinds: rest, fives: 1, same: 2 },
    ]);
    expect(told(four)).toEqual(["До 4: 1 пятёрка", "или, без пятёрок, 1 четвёрка за контрольную, диктант, сочинение, изложение, проект"]);
    const three = outlook(3, [
      { kinds: heavy, fives: 3, same: 3 },
      { kinds: rest, fives: 3, same: 3 },
    ]);
    expect(told(three)).toEqual(["До 3: 3 пятёрки", "или, без пятёрок, 3 тройки"]);
  });

  it("name no works where all weigh the same", () => {
    expect(told(outlook(5, [{ kinds: [...heavy, ...rest], fives: 2, same: 2 }]))).toEqual(["До 5: 2 пятёрки", null]);
  });
});
