import type { CsvRow } from "./csv-row";
import type { Mapping } from "./mapping";

/** A schedule of bells: slot number → its times. */
export interface MappedBells {
  id: string;
  slots: ReadonlyMap<number, { startsAt: string; endsAt: string }>;
}

/** The bells of a school that gives none: eight lessons of 45 minutes. */
const USUAL_BELLS: readonly (readonly [string, string])[] = [
  ["08:30", "09:15"],
  ["09:25", "10:10"],
  ["10:30", "11:15"],
  ["11:35", "12:20"],
  ["12:30", "13:15"],
  ["13:25", "14:10"],
  ["14:20", "15:05"],
  ["15:15", "16:00"],
];

/** Maps bells.csv: schedules by name, the first is that of a class that names none. */
export function mapBells(mapping: Mapping): ReadonlyMap<string, MappedBells> {
  const schedules = new Map<string, CsvRow[]>();
  for (const row of mapping.files.rows("bells.csv")) {
    const name = row.text("schedule");
    schedules.set(name, [...(schedules.get(name) ?? []), row]);
  }
  if (schedules.size === 0) return new Map([["Основное", usualBells(mapping)]]);
  return new Map([...schedules].map(([name, rows]) => [name, mapSchedule(mapping, name, rows)]));
}

function usualBells({ rows, ids }: Mapping): MappedBells {
  const id = ids.idOf("BELL_SCHEDULE", "Основное");
  rows.bell_schedule.push({ id, name: "Основное", shift: 1 });
  const slots = new Map(USUAL_BELLS.map(([startsAt, endsAt], index) => [index + 1, { startsAt, endsAt }]));
  for (const [number, { startsAt, endsAt }] of slots) {
    rows.bell_slot.push({ bell_schedule_id: id, number, starts_at: startsAt, ends_at: endsAt });
  }
  return { id, slots };
}

function mapSchedule({ rows, ids, problems }: Mapping, name: string, lines: readonly CsvRow[]): MappedBells {
  const id = ids.idOf("BELL_SCHEDULE", name);
  const shift = lines[0]!.integer("shift") ?? 1;
  if (shift < 1 || shift > 3) problems.add(lines[0]!.at("shift"), "Смена — число от 1 до 3. Исправьте его.");
  rows.bell_schedule.push({ id, name, shift });
  const slots = new Map<number, { startsAt: string; endsAt: string }>();
  for (const row of lines) {
    const number = row.integer("slot")!;
    const bell = { startsAt: row.text("startsAt"), endsAt: row.text("endsAt") };
    if (number > 14) problems.add(row.at("slot"), "Номер урока — число от 0 до 14. Исправьте его.");
    else if (slots.has(number)) problems.add(row.at("slot"), "Этот урок указан в расписании звонков дважды. Оставьте одну строку.");
    else if (bell.startsAt >= bell.endsAt) problems.add(row.at("endsAt"), "Урок заканчивается раньше, чем начинается. Исправьте время.");
    else {
      slots.set(number, bell);
      rows.bell_slot.push({ bell_schedule_id: id, number, starts_at: bell.startsAt, ends_at: bell.endsAt });
    }
  }
  return { id, slots };
}
