import type { AssessmentKind } from "../marks-maker.ts";

/** One section of a subject's programme, closed by a work where it has one. */
export interface Section {
  name: string;
  topics: readonly string[];
  work: { kind: AssessmentKind; title: string } | null;
}

/** Sections written as text: a line "# Name | KIND | title of the work", then a line a topic. */
export function sections(text: string): readonly Section[] {
  const found: { name: string; topics: string[]; work: Section["work"] }[] = [];
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    if (line.startsWith("#")) {
      const [name, kind, title] = line
        .slice(1)
        .split("|")
        .map((part) => part.trim());
      found.push({ name: name!, topics: [], work: kind ? { kind: kind as AssessmentKind, title: title! } : null });
    } else if (line) {
      found.at(-1)!.topics.push(line);
    }
  }
  return found;
}
