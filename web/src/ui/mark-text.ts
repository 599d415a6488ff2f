/** A mark of the contract as people write it: «5», «зачёт», «н/а», «•» for a debt. */
export function markText(value: string): string {
  return SHOWN[value] ?? value;
}

const SHOWN: Readonly<Record<string, string>> = {
  PASS: "зачёт",
  FAIL: "незачёт",
  DEBT: "•",
  NOT_ASSESSED: "н/а",
  RELEASED: "осв",
};
