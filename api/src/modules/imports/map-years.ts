import type { CsvRow } from "./csv-row";
import type { MappedTerm, MappedYear, Mapping, TermKind } from "./mapping";

/** Academic years and terms, found by the sourcedId of any session. */
export interface MappedSessions {
  years: readonly MappedYear[];
  /** The year that a session is or belongs to. */
  yearOf: ReadonlyMap<string, MappedYear>;
  /** The kind of a session that is a term. */
  kindOf: ReadonlyMap<string, TermKind>;
}

const NAMES: Record<TermKind, string> = { QUARTER: "четверть", TRIMESTER: "триместр", HALF_YEAR: "полугодие" };

/** Maps academicSessions.csv: each schoolYear is an academic year, the sessions under it are its quarters, trimesters or half-years. */
export function mapYears(mapping: Mapping): MappedSessions {
  const sessions = mapping.files.rows("academicSessions.csv");
  const bySource = new Map(sessions.map((row) => [row.text("sourcedId"), row]));
  const years = new Map<string, MappedYear>();
  const current = currentYear(sessions, mapping.today);
  const latest = sessions.filter(isYear).reduce((last, row) => (row.text("startDate") > last ? row.text("startDate") : last), "");
  for (const row of sessions.filter(isYear)) {
    const year = mapYear(mapping, row, row === current, row.text("startDate") < latest);
    if (year) years.set(row.text("sourcedId"), year);
  }
  if (sessions.length > 0 && !sessions.some(isYear)) {
    mapping.problems.add({ file: "academicSessions.csv" }, "Нет ни одного учебного года (type schoolYear). Добавьте его.");
  }
  const yearOf = new Map<string, MappedYear>();
  for (const row of sessions) {
    const year = years.get(rootYear(row, bySource)?.text("sourcedId") ?? "");
    if (year) yearOf.set(row.text("sourcedId"), year);
    else if (!isYear(row))
      mapping.problems.add(row.at("parentSourcedId"), "Учебный период не принадлежит учебному году. Укажите его sourcedId.");
  }
  return { years: [...years.values()], yearOf, kindOf: mapTerms(mapping, sessions, yearOf) };
}

function isYear(row: CsvRow): boolean {
  return row.text("type") === "schoolYear";
}

/** The year that holds today; in summer the one that was. */
function currentYear(sessions: readonly CsvRow[], today: string): CsvRow | undefined {
  const begun = sessions.filter((row) => isYear(row) && row.text("startDate") <= today);
  return begun.toSorted((a, b) => (a.text("startDate") < b.text("startDate") ? 1 : -1))[0];
}

function mapYear({ rows, ids, problems, today }: Mapping, row: CsvRow, isCurrent: boolean, isPast: boolean): MappedYear | null {
  const startsOn = row.text("startDate");
  const endsOn = row.text("endDate");
  if (startsOn >= endsOn) {
    problems.add(row.at("endDate"), "Учебный год заканчивается раньше, чем начинается. Исправьте даты.");
    return null;
  }
  const id = ids.idOf("ACADEMIC_YEAR", row.text("sourcedId"));
  const status = isCurrent ? "CURRENT" : startsOn > today ? "DRAFT" : "CLOSED";
  rows.academic_year.push({ id, name: row.text("title"), starts_on: startsOn, ends_on: endsOn, status });
  return { id, startsOn, endsOn, isPast, terms: [] };
}

function rootYear(row: CsvRow, bySource: ReadonlyMap<string, CsvRow>): CsvRow | undefined {
  let at: CsvRow | undefined = row;
  for (let depth = 0; at && depth < 10; depth++) {
    if (isYear(at)) return at;
    at = bySource.get(at.text("parentSourcedId"));
  }
  return undefined;
}

function mapTerms(mapping: Mapping, sessions: readonly CsvRow[], yearOf: ReadonlyMap<string, MappedYear>): Map<string, TermKind> {
  const kindOf = new Map<string, TermKind>();
  for (const year of new Set(yearOf.values())) {
    const under = sessions.filter((row) => !isYear(row) && yearOf.get(row.text("sourcedId")) === year);
    for (const type of ["semester", "term", "gradingPeriod"]) {
      const group = under.filter((row) => row.text("type") === type);
      const kind = group.length === 0 ? null : termKind(type, group, mapping);
      if (!kind) continue;
      if (year.terms.some((term) => term.kind === kind)) {
        mapping.problems.note(group[0]!.at(), `В этом учебном году уже есть ${NAMES[kind]}; периоды вида ${type} не прочитаны.`);
        continue;
      }
      mapGroup(mapping, year, kind, group);
      for (const row of group) kindOf.set(row.text("sourcedId"), kind);
    }
    if (year.terms.length === 0 && mapping.problems.count === 0) {
      mapping.problems.add(
        { file: "academicSessions.csv" },
        "В учебном году нет учебных периодов. Добавьте четверти, триместры или полугодия.",
      );
    }
  }
  return kindOf;
}

function termKind(type: string, group: readonly CsvRow[], { problems }: Mapping): TermKind | null {
  if (group.length === 4) return "QUARTER";
  if (group.length === 3) return "TRIMESTER";
  if (group.length === 2) return "HALF_YEAR";
  problems.add(
    group[0]!.at("type"),
    `Учебных периодов вида ${type} в учебном году: ${group.length}. Нужны четыре четверти, три триместра или два полугодия.`,
  );
  return null;
}

function mapGroup({ rows, ids, problems }: Mapping, year: MappedYear, kind: TermKind, group: readonly CsvRow[]): void {
  const ordered = group.toSorted((a, b) => (a.text("startDate") < b.text("startDate") ? -1 : 1));
  let before = "";
  for (const [index, row] of ordered.entries()) {
    const term: MappedTerm = { kind, startsOn: row.text("startDate"), endsOn: row.text("endDate") };
    if (term.startsOn > term.endsOn || term.startsOn < year.startsOn || term.endsOn > year.endsOn) {
      problems.add(
        row.at("startDate"),
        "Учебный период выходит за пределы учебного года или заканчивается раньше, чем начинается. Исправьте даты.",
      );
    } else if (term.startsOn <= before) {
      problems.add(row.at("startDate"), "Учебный период пересекается с предыдущим. Исправьте даты.");
    }
    before = term.endsOn;
    const id = ids.idOf("TERM", row.text("sourcedId"));
    rows.term.push({ id, academic_year_id: year.id, kind, number: index + 1, starts_on: term.startsOn, ends_on: term.endsOn });
    year.terms.push(term);
  }
}
