import type { FieldFunctionOptions, Reference } from "@apollo/client";
import { mergeMessages } from "./merge-messages";

describe("pages of a thread", () => {
  it("grow below with older ones, and know where the next older ones are", () => {
    expect(shape(merge(page([9, 8, 7], "to-7"), page([6, 5], "to-5"), "to-7"))).toEqual([[9, 8, 7, 6, 5], "to-5"]);
  });

  it("grow above with new ones, and keep what was read before", () => {
    expect(shape(merge(page([9, 8, 7], "to-7"), page([11, 10, 9], "to-9")))).toEqual([[11, 10, 9, 8, 7], "to-7"]);
    expect(shape(merge(page([9, 8, 7], "to-7"), page([10], null)))).toEqual([[10, 9, 8, 7], "to-7"]);
  });

  it("begin anew when more has come than a page holds: no hole", () => {
    expect(shape(merge(page([9, 8, 7], "to-7"), page([30, 29], "to-29")))).toEqual([[30, 29], "to-29"]);
  });

  it("are one whole when the newest page holds all", () => {
    expect(shape(merge(page([2], "to-2"), page([3, 2, 1], "to-1")))).toEqual([[3, 2, 1], "to-1"]);
  });
});

type Page = { nodes: Reference[]; pageInfo: string | null };

function page(seqs: number[], pageInfo: string | null): Page {
  return { nodes: seqs.map((seq) => ({ __ref: String(seq) })), pageInfo };
}

function merge(existing: Page, incoming: Page, after?: string) {
  const readField = ((_: string, node: Reference) => Number(node.__ref)) as FieldFunctionOptions["readField"];
  return mergeMessages(existing, incoming, { args: { after }, readField });
}

function shape({ nodes, pageInfo }: ReturnType<typeof merge>) {
  return [nodes?.map(({ __ref }) => Number(__ref)), pageInfo];
}
