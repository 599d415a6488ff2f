import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fewestMarks, forecastGrade, Outlook, type WantedGrade } from "../src/modules/forecasts/forecast";
import { sumMarks } from "../src/modules/marks/weighted-average";
import { hundredths, toMarks, toRules } from "./factories/worked-examples";

const EXAMPLES = join(__dirname, "../../docs/assessment-examples.md");
const OUT_OF_REACH: Record<string, Outlook> = {
  уроков: Outlook.TOO_FEW_LESSONS,
  двойка: Outlook.TWO_BARS_FIVE,
  пропуски: Outlook.MISSED_TOO_MUCH,
};
/** A journal of three hours a week. */
const WEEKLY_HOURS_TENTHS = 30;

const examples = readFileSync(EXAMPLES, "utf8")
  .split("\n")
  .filter((line) => /^\| П\d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number, rules, marks, held, missed, left, wanted, weight, fives, same]) => {
    return { number, rules, marks, held, missed, left, wanted, weight, fives, same } as Example;
  });

interface Example {
  number: string;
  rules: string;
  marks: string;
  held: string;
  missed: string;
  left: string;
  wanted: string;
  weight: string;
  fives: string;
  same: string;
}

describe("the worked examples of the forecast in docs/assessment-examples.md (3.3.4)", () => {
  it("are a table", () => expect(examples.length).toBeGreaterThanOrEqual(20));

  it.each(examples)("$number: $marks with $left lessons left, for a $wanted: $fives ($rules)", (example) => {
    const rules = toRules(example.rules);
    const facts = {
      sum: sumMarks(toMarks(example.marks, rules.retakes), rules.averaging),
      held: Number(example.held),
      missed: Number(example.missed),
      missedSick: 0,
      weeklyHoursTenths: WEEKLY_HOURS_TENTHS,
      lessonsLeft: Number(example.left),
    };
    const wanted = Number(example.wanted) as WantedGrade;
    const { outlook } = forecastGrade(facts, rules, wanted);
    if (OUT_OF_REACH[example.fives]) return expect(outlook).toBe(OUT_OF_REACH[example.fives]);
    const fewest = (given: number) => fewestMarks(facts, rules, { wanted, given, weightHundredths: hundredths(example.weight) });
    expect(String(fewest(5))).toBe(example.fives);
    expect(String(fewest(wanted) ?? "—")).toBe(example.same);
    expect(outlook).toBe(fewest(5)! <= facts.lessonsLeft ? Outlook.REACHABLE : Outlook.TOO_FEW_LESSONS);
  });
});
