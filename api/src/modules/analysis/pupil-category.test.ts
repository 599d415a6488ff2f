import fc from "fast-check";
import type { Result } from "../marks/quality-figures";
import { pupilAsResult } from "./analyse-class";
import { decidingResults, PupilCategory, pupilCategory } from "./pupil-category";

const RESULTS: readonly Result[] = ["5", "4", "3", "2", "1", "PASS", "FAIL", "NOT_ASSESSED", "RELEASED", null];
const results = fc.array(fc.constantFrom(...RESULTS), { maxLength: 20 });

describe("a pupil's category", () => {
  it("is one for any marks, and does not depend on their order", () => {
    fc.assert(
      fc.property(results, (own) => {
        const category = pupilCategory(own);
        expect(Object.values(PupilCategory)).toContain(category);
        expect(pupilCategory(own.toReversed())).toBe(category);
      }),
    );
  });

  it("is told nothing by «осв», an empty cell or a pass", () => {
    fc.assert(
      fc.property(results, fc.constantFrom<Result>("RELEASED", null, "PASS"), (own, quiet) => {
        expect(pupilCategory([...own, quiet])).toBe(pupilCategory(own));
      }),
    );
  });

  it("never gets better by a worse mark", () => {
    const order: (Result | undefined)[] = ["NOT_ASSESSED", "2", "3", "4", "5"];
    fc.assert(
      fc.property(results, fc.constantFrom<Result>("4", "3", "2", "NOT_ASSESSED"), (own, worse) => {
        const [before, after] = [pupilAsResult(own), pupilAsResult([...own, worse])];
        if (order.includes(before)) expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(before));
      }),
    );
  });

  it("is decided by marks that the pupil has", () => {
    fc.assert(
      fc.property(results, (own) => {
        const deciding = decidingResults(pupilCategory(own));
        if (deciding.length > 0) expect(own.some((result) => deciding.includes(result))).toBe(true);
      }),
    );
  });
});
