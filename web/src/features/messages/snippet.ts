/** The searched words with a little before them, so that they are in sight on one line. */
export function snippet(text: string, sought: string): { before: string; match: string; after: string } {
  const line = text.replace(/\s+/g, " ");
  const at = fold(line).indexOf(fold(sought));
  if (at < 0) return { before: line, match: "", after: "" };
  const from = at > WORDS_BEFORE ? line.indexOf(" ", at - WORDS_BEFORE) + 1 : 0;
  const start = from > 0 && from <= at ? from : Math.max(0, at - WORDS_BEFORE);
  return {
    before: (start > 0 ? "…" : "") + line.slice(start, at),
    match: line.slice(at, at + sought.length),
    after: line.slice(at + sought.length),
  };
}

const WORDS_BEFORE = 16;

/** Letter for letter: ё is е, capitals are small. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
