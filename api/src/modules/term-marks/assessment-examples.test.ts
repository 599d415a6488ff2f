import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hundredths, toMarks, toRules } from "../../../test/factories/worked-examples";
import { averageText, sumMarks } from "../marks/weighted-average";
import { suggestTermMark } from "./suggest-term-mark";

const EXAMPLES = join(__dirname, "../../../../docs/assessment-examples.md");

interface Example {
  number: string;
  rules: string;
  hours: string;
  marks: string;
  held: string;
  missed: string;
  average: string;
  suggested: string;
}

const examples = readFileSync(EXAMPLES, "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number, rules, hours, marks, held, missed, average, suggested]) => {
    return { number, rules, hours, marks, held, missed, average, suggested } as Example;
  });

describe("the worked examples of docs/assessment-examples.md", () => {
  it("are a table", () => expect(examples.length).toBeGreaterThanOrEqual(30));

  it.each(examples)("$number: $marks is $average, and $suggested is suggested ($rules)", (example) => {
    const rules = toRules(example.rules);
    const sum = sumMarks(toMarks(example.marks, rules.retakes), rules.averaging);
    const average = averageText(sum);
    expect(average === null ? "—" : average.replace(".", ",")).toBe(example.average);
    const weeklyHoursTenths = hundredths(example.hours) / 10;
    const { grade } = suggestTermMark(
      { sum, held: Number(example.held), missed: Number(example.missed), missedSick: 0, weeklyHoursTenths },
      rules,
    );
    expect(grade === null ? "н/а" : String(grade)).toBe(example.suggested);
  });
});
