import type { FieldFunctionOptions, Reference } from "@apollo/client";

interface MessagePage {
  nodes?: readonly Reference[];
  pageInfo?: unknown;
}

/**
 * Keeps a thread in one piece, newest first: an older page is added below, a newer one above. When more has come than one page holds, what was known
 * before is dropped: a thread never has a hole.
 */
export function mergeMessages(
  existing: MessagePage | undefined,
  incoming: MessagePage,
  { args, readField }: Pick<FieldFunctionOptions, "args" | "readField">,
) {
  const seqOf = (node: Reference) => readField<number>("seq", node) ?? 0;
  const [known, read] = [existing?.nodes ?? [], incoming.nodes ?? []];
  if (known.length === 0 || read.length === 0) return incoming;
  const [newestKnown, oldestKnown] = [seqOf(known[0]!), seqOf(known.at(-1)!)];
  const oldestRead = seqOf(read.at(-1)!);
  if (!args?.after && oldestRead > newestKnown + 1) return incoming;
  const all = new Map([...known, ...read].map((node) => [seqOf(node), node]));
  const nodes = [...all].toSorted(([a], [b]) => b - a).map(([, node]) => node);
  return { ...incoming, nodes, pageInfo: oldestRead <= oldestKnown ? incoming.pageInfo : existing?.pageInfo };
}
