import type { ResitInput } from "@/graphql/generated/graphql";

/** What is typed and not saved: days by pupil ("" cancels), and a note for all; null: the note was not touched. */
export interface ResitDraft {
  days: Readonly<Record<string, string>>;
  note: string | null;
}

interface Owing {
  pupilId: string;
  resit: { plannedOn: string; note: string | null; version: number } | null;
}

/** The note that the form shows: the one typed, else one that stands. */
export function shownNote(owing: readonly Owing[], { note }: ResitDraft): string {
  return note ?? owing.find(({ resit }) => resit?.note)?.resit?.note ?? "";
}

/** The resits that the draft changes: another day, or another note for whoever has a day. */
export function changedResits(owing: readonly Owing[], draft: ResitDraft): ResitInput[] {
  const { days, note } = draft;
  const shown = shownNote(owing, draft).trim() || null;
  return owing.flatMap(({ pupilId, resit }) => {
    const stands = resit?.plannedOn ?? "";
    const day = days[pupilId] ?? stands;
    const words = note === null ? (resit?.note ?? shown) : shown;
    const isSame = day === stands && (day === "" || note === null || words === resit?.note);
    if (isSame) return [];
    return [{ pupilId, plannedOn: day || null, note: day ? words : null, version: resit?.version ?? 0 }];
  });
}
