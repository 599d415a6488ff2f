import { isTwoDigits, sumOfTerms, weightOfMark } from "./explained-sum";

const mark = (value: string, weight = 1, share = "1") => ({ value, weight, share, isCounted: share !== "0" });

describe("what a term mark is reckoned from", () => {
  it("is written with weights and shares, and without marks that do not count", () => {
    expect(sumOfTerms([mark("5"), mark("4", 2), mark("2", 2, "0"), mark("3", 1.5, "1/2")], "WEIGHTED")).toBe("5 + 4·2 + 3·1,5·1/2");
  });

  it("has shares and no weights where the school takes the plain mean", () => {
    expect(sumOfTerms([mark("5", 3), mark("4", 2, "1/2")], "PLAIN")).toBe("5 + 4·1/2");
    expect(weightOfMark(mark("5", 3), "PLAIN")).toBe("1");
  });

  it("comes out exactly or nearly", () => {
    expect(["5", "7/2", "91/20", "13/3"].map(isTwoDigits)).toEqual([true, true, true, false]);
  });
});
