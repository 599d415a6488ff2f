import type { RetakeRule } from "@/graphql/generated/graphql";
import { columnsOf } from "../page/page-columns";
import type { RowView } from "../store/row-views";
import { explainAverage } from "./explain-average";

const lesson = { id: "L", date: "2026-11-20" } as Parameters<typeof columnsOf>[0]["lessons"][number];
const columns = columnsOf({
  lessons: [lesson],
  assessments: [0.1, 1, 2.5].map((weight, place) => ({
    id: `A${place}`,
    lessonId: "L",
    number: place + 1,
    kind: "ORAL",
    weight,
    title: null,
    mandatory: false,
    scale: "FIVE_POINT" as const,
    maxPoints: null,
  })),
});
const row = (...values: (string | null)[]) => ({ cells: values.map((value) => ({ mark: { value }, retakes: [] })) }) as unknown as RowView;

const explain = (from: RowView, under: typeof columns, rule: RetakeRule = "LAST") => explainAverage(from, under, rule);

describe("how an average is explained", () => {
  it("weighs each mark: Σ(mark·weight) : Σ(weight)", () => {
    expect(explain(row("3", "4", "5"), columns)).toMatchObject({ terms: "3·0,1 + 4 + 5·2,5", weights: "3,6", average: "4.67" });
  });

  it("leaves out empty cells and has none without marks", () => {
    expect(explain(row(null, "4", null), columns)).toMatchObject({ terms: "4", average: "4.00" });
    expect(explain(row(null, null, null), columns)).toMatchObject({ marks: [], average: null });
  });

  it("counts no зачёт", () => {
    expect(explain(row("PASS", null, null), columns)).toMatchObject({ marks: [{ text: "зч" }], average: null });
  });

  it("rounds halves up exactly where binary fractions would not", () => {
    // 4.005 is 4.00499… in binary.
    const weights = columnsOf({
      lessons: [lesson],
      assessments: [1.99, 0.01].map((weight, place) => ({
        id: `B${place}`,
        lessonId: "L",
        number: place + 1,
        kind: "ORAL",
        weight,
        title: null,
        mandatory: false,
        scale: "FIVE_POINT" as const,
        maxPoints: null,
      })),
    });
    expect(explain(row("4", "5"), weights).average).toBe("4.01");
  });

  it.each([
    ["LAST", "4 + 3", "3.50"],
    ["BEST", "4 + 3", "3.50"],
    ["BOTH", "2 + 4 + 3", "3.00"],
    ["MEAN", "2:2 + 4:2 + 3", "3.00"],
  ] as const)("counts a mark and its retake by the rule %s of the school", (rule, terms, average) => {
    const retaken = {
      cells: [
        { mark: { value: null }, retakes: [] },
        { mark: { value: "2" }, retakes: [{ value: "4" }] },
        { mark: { value: "3" }, retakes: [] },
      ],
    };
    const even = columnsOf({ lessons: [lesson], assessments: columns.map(({ assessment }) => ({ ...assessment!, weight: 1 })) });
    expect(explain(retaken as unknown as RowView, even, rule)).toMatchObject({ terms, average });
  });

  it("shows a debt and counts none", () => {
    expect(explain(row("DEBT", "4", null), columns)).toMatchObject({ marks: [{ text: "•", share: 0 }, { text: "4" }], average: "4.00" });
  });
});
