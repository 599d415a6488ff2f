/** A cell as it stands; an emptied one keeps its version. */
export interface StandingCell {
  version: number;
  isEmpty: boolean;
}

/**
 * Does the version that a change names fit what stands there now. 0 says "I saw it empty": it fits a cell that is empty,
 * whether or not something was there before; any other must be the version itself.
 */
export function fitsVersion(seen: number, stands: StandingCell | null): boolean {
  if (seen === 0) return stands === null || stands.isEmpty;
  return seen === stands?.version;
}
