/** The class teacher's words. */
export interface Words {
  conclusions: string;
  causes: string;
  measures: string;
}

export const WORD_FIELDS = ["conclusions", "causes", "measures"] as const;

/** What was typed and not yet saved, on this device: a reload does not lose it. `place` names the account, the class and the period. */
export function readKeptWords(place: string): Words | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(place)) ?? "null") as Words | null;
  } catch {
    return null;
  }
}

export function keepWords(place: string, words: Words | null): void {
  try {
    if (words) localStorage.setItem(keyOf(place), JSON.stringify(words));
    else localStorage.removeItem(keyOf(place));
  } catch {
    // A browser that keeps nothing still saves.
  }
}

function keyOf(place: string): string {
  return `analysis-words/${place}`;
}
