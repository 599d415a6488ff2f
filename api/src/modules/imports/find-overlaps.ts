/** A link from..to with both days included; no end is open. */
export interface Period {
  valid_from: string | null;
  valid_to: string | null;
}

/** Of the links of one thing, those that begin before the one before has ended. */
export function findOverlaps<Link extends Period>(links: readonly Link[]): Link[] {
  const ordered = links.toSorted((a, b) => (a.valid_from! < b.valid_from! ? -1 : 1));
  return ordered.filter((link, index) => {
    const before = ordered[index - 1];
    return before !== undefined && (before.valid_to === null || before.valid_to >= link.valid_from!);
  });
}
