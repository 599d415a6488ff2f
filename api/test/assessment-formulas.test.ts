import { countAbsences } from "../src/modules/analysis/absence-figures";
import { pupilAsResult } from "../src/modules/analysis/analyse-class";
import { pupilCategory } from "../src/modules/analysis/pupil-category";
import { CATEGORY_NAMES } from "../src/modules/exports/analysis-words";
import { qualityFigures, ratioText, type Ratio } from "../src/modules/marks/quality-figures";
import { formulaRows, writtenResult } from "./factories/formula-tables";

const written = (ratio: Ratio | null): string => (ratio ? ratioText(ratio).replace(".", ",") : "—");

describe("the page of formulas (docs/assessment-formulas.md) is what the journal reckons", () => {
  it.each(formulaRows("quality"))("of a group: %s", (_case, ...cells) => {
    const [five, four, three, two, one, passed, failed, notAssessed, released, unmarked] = cells.slice(0, 10).map(Number) as [
      ...[number, number, number, number, number],
      ...[number, number, number, number, number],
    ];
    const counts = { five, four, three, two, one, passed, failed, notAssessed, released, unmarked };
    const { size, mean, success, quality, learning, learningWithNotAssessed } = qualityFigures(counts, 7);
    expect([String(size), ...[mean, success, quality, learning, learningWithNotAssessed].map(written)]).toEqual(cells.slice(10));
  });

  it.each(formulaRows("categories"))("of a pupil: %s is %s", (marks, category, counted) => {
    const results = marks!.split(" ").map(writtenResult);
    expect([CATEGORY_NAMES[pupilCategory(results)], pupilAsResult(results)]).toEqual([category, writtenResult(counted!)]);
  });

  it.each(formulaRows("days"))("of a day of %s lessons with Б %s, УП %s, Н %s, О %s: %s", (...cells) => {
    const [lessons, sick, excused, unexcused, late] = cells.slice(0, 5).map(Number) as [number, number, number, number, number];
    const { sickDays, excusedDays, unexcusedDays } = countAbsences([{ lessons, sick, excused, unexcused, late }]);
    const names = [sickDays && "по болезни", excusedDays && "по уважительной причине", unexcusedDays && "без причины"].filter(Boolean);
    expect(names.join() || "не целиком").toBe(cells[5]);
  });
});
