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
  })),
});
const row = (...values: (string | null)[]) => ({ cells: values.map((value) => ({ mark: { value } })) }) as unknown as RowView;

describe("how an average is explained", () => {
  it("weighs each mark: Σ(mark·weight) : Σ(weight)", () => {
    expect(explainAverage(row("3", "4", "5"), columns)).toMatchObject({ terms: "3·0,1 + 4 + 5·2,5", weights: "3,6", average: "4.67" });
  });

  it("leaves out empty cells and has none without marks", () => {
    expect(explainAverage(row(null, "4", null), columns)).toMatchObject({ terms: "4", average: "4.00" });
    expect(explainAverage(row(null, null, null), columns)).toMatchObject({ marks: [], average: null });
  });

  it("counts no зачёт", () => {
    expect(explainAverage(row("PASS", null, null), columns)).toMatchObject({ marks: [{ text: "зч" }], average: null });
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
      })),
    });
    expect(explainAverage(row("4", "5"), weights).average).toBe("4.01");
  });
});
