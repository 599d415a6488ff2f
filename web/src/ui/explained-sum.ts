import type { Averaging, TermMarkAccountFragment } from "@/graphql/generated/graphql";
import { decimal } from "./decimal";

type Mark = Pick<TermMarkAccountFragment["marks"][number], "value" | "weight" | "share" | "isCounted">;

/** How much a mark weighs: «2»; of one that shares its work with others «2·1/2». Where the school takes the plain mean, weights do not count. */
export function weightOfMark({ weight, share }: Mark, averaging: Averaging): string {
  const factors = [averaging === "PLAIN" ? "1" : decimal(weight), share].filter((factor) => factor !== "1");
  return factors.join("·") || "1";
}

/** What is added up, to be reckoned again with a pencil: «5 + 4·2 + 3·2·1/2». */
export function sumOfTerms(marks: readonly Mark[], averaging: Averaging): string {
  return marks
    .filter(({ isCounted }) => isCounted)
    .map((mark) => {
      const weight = weightOfMark(mark, averaging);
      return weight === "1" ? mark.value : `${mark.value}·${weight}`;
    })
    .join(" + ");
}

/** Whether two digits after the comma write a fraction («7/2», «5») without a rest. */
export function isTwoDigits(fraction: string): boolean {
  const [above = "0", below = "1"] = fraction.split("/");
  return (BigInt(above) * 100n) % BigInt(below) === 0n;
}
