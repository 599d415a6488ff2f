import type { JournalListQuery, JournalListQueryVariables } from "@/graphql/generated/graphql";

/** What the list is narrowed to; kept in the page's address, so that the way back leads to the same list. */
export interface JournalSelection {
  search: string;
  subjectId: string;
  classId: string;
  teacherId: string;
}

export const EVERYTHING: JournalSelection = { search: "", subjectId: "", classId: "", teacherId: "" };

type AddressParameters = Record<string, string | string[] | undefined>;

export function selectionFromAddress({ search, subject, class: classId, teacher }: AddressParameters): JournalSelection {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  return { search: text(search), subjectId: text(subject), classId: text(classId), teacherId: text(teacher) };
}

export function addressOfSelection({ search, subjectId, classId, teacherId }: JournalSelection): string {
  const given = Object.entries({ search, subject: subjectId, class: classId, teacher: teacherId }).filter(([, value]) => value !== "");
  return given.length === 0 ? "/journals" : `/journals?${new URLSearchParams(given)}`;
}

export function variablesOfSelection({ search, subjectId, classId, teacherId }: JournalSelection): JournalListQueryVariables {
  return {
    first: JOURNALS_AT_ONCE,
    filter: { search: search.trim() || null, subjectId: subjectId || null, classId: classId || null, teacherId: teacherId || null },
  };
}

const JOURNALS_AT_ONCE = 60;

export type ListedJournal = JournalListQuery["journals"]["nodes"][number];

/** Journals in the order they come, one after another under their subject. */
export function groupBySubject(journals: readonly ListedJournal[]): { id: string; name: string; journals: ListedJournal[] }[] {
  const groups = new Map<string, { id: string; name: string; journals: ListedJournal[] }>();
  for (const journal of journals) {
    const group = groups.get(journal.subject.id) ?? { ...journal.subject, journals: [] };
    group.journals.push(journal);
    groups.set(journal.subject.id, group);
  }
  return [...groups.values()];
}

/** The class or group without the subject's name, which stands above it: «5«А» Английский язык, группа 1» is «5«А», группа 1». */
export function journalTitle({ className, subject }: Pick<ListedJournal, "className" | "subject">): string {
  return className.replace(` ${subject.name}`, "");
}
