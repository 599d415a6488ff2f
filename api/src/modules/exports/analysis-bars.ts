import type { Content } from "pdfmake";

const WIDTH = 300;
const HEIGHT = 9;

/** Bars from the left, drawn as vectors: a name, the bar, the figure. `most` is the whole length; left out, the largest figure is. */
export function analysisBars(figures: readonly (readonly [name: string, value: number | null])[], most?: number): Content {
  const longest = most ?? Math.max(1, ...figures.map(([, value]) => value ?? 0));
  return {
    layout: "noBorders",
    table: {
      widths: [150, WIDTH, "*"],
      body: figures.map(([name, value]) => [
        name,
        { canvas: [bar(WIDTH, "#EEF1F5"), ...(value ? [bar((WIDTH * value) / longest, "#3B6FB6")] : [])], margin: [0, 2, 0, 0] },
        value === null ? "—" : String(value).replace(".", ","),
      ]),
    },
  };
}

function bar(w: number, color: string) {
  return { type: "rect" as const, x: 0, y: 0, w, h: HEIGHT, color };
}
