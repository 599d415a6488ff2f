/** How a column travels to PostgreSQL. */
type ColumnType = "uuid" | "text" | "date" | "time" | "smallint" | "numeric" | "boolean";

/** A table that an import writes: its columns without school_id, its key, and the columns that only a new row takes from the file. */
export interface TableSpec {
  columns: Readonly<Record<string, ColumnType>>;
  key: readonly string[];
  onlyNew?: readonly string[];
}

const period = { valid_from: "date", valid_to: "date" } as const;

/** In the order of writing: a row comes after all that it points to. */
export const SCHOOL_TABLES = {
  academic_year: {
    columns: { id: "uuid", name: "text", starts_on: "date", ends_on: "date", status: "text" },
    key: ["id"],
    // Closing and opening a year is the school's own act, not a file's.
    onlyNew: ["status"],
  },
  term: {
    columns: { id: "uuid", academic_year_id: "uuid", kind: "text", number: "smallint", starts_on: "date", ends_on: "date" },
    key: ["id"],
  },
  calendar_exception: { columns: { date: "date", follows_weekday: "smallint", name: "text" }, key: ["date"] },
  bell_schedule: { columns: { id: "uuid", name: "text", shift: "smallint" }, key: ["id"] },
  bell_slot: {
    columns: { bell_schedule_id: "uuid", number: "smallint", starts_at: "time", ends_at: "time" },
    key: ["bell_schedule_id", "number"],
  },
  person: {
    columns: {
      ...({ id: "uuid", surname: "text", given_name: "text", patronymic: "text", sex: "text" } as const),
      ...({ born_on: "date", email: "text", phone: "text" } as const),
    },
    key: ["id"],
  },
  pupil: { columns: { id: "uuid", file_number: "text" }, key: ["id"] },
  guardian: { columns: { id: "uuid" }, key: ["id"] },
  staff: { columns: { id: "uuid", position: "text", hired_on: "date" }, key: ["id"], onlyNew: ["hired_on"] },
  staff_role: { columns: { id: "uuid", staff_id: "uuid", role: "text", ...period }, key: ["id"], onlyNew: ["valid_from"] },
  guardianship: {
    columns: { id: "uuid", guardian_id: "uuid", pupil_id: "uuid", relation: "text", ...period },
    key: ["id"],
    onlyNew: ["valid_from"],
  },
  school_class: {
    columns: {
      ...({ id: "uuid", academic_year_id: "uuid", grade: "smallint", label: "text", term_kind: "text" } as const),
      ...({ week_days: "smallint", bell_schedule_id: "uuid" } as const),
    },
    key: ["id"],
  },
  enrolment: {
    columns: {
      ...({ id: "uuid", pupil_id: "uuid", class_id: "uuid", ...period, order_number: "text", order_date: "date" } as const),
      ...({ end_kind: "text", end_order_number: "text", end_order_date: "date" } as const),
    },
    key: ["id"],
  },
  class_teacher: { columns: { id: "uuid", class_id: "uuid", staff_id: "uuid", ...period }, key: ["id"] },
  study_group: { columns: { id: "uuid", academic_year_id: "uuid", name: "text" }, key: ["id"] },
  study_group_class: { columns: { group_id: "uuid", class_id: "uuid" }, key: ["group_id", "class_id"] },
  group_membership: { columns: { id: "uuid", group_id: "uuid", pupil_id: "uuid", ...period }, key: ["id"] },
  subject: {
    columns: {
      ...({ id: "uuid", name: "text", short_name: "text", subject_area: "text" } as const),
      ...({ is_foreign_language: "boolean", sort_order: "smallint" } as const),
    },
    key: ["id"],
  },
  journal: {
    columns: {
      ...({ id: "uuid", academic_year_id: "uuid", subject_id: "uuid", kind: "text", class_id: "uuid", group_id: "uuid" } as const),
      ...({ pupil_id: "uuid", marking_scheme: "text", term_kind: "text" } as const),
    },
    key: ["id"],
  },
  teaching_load: {
    columns: { id: "uuid", journal_id: "uuid", staff_id: "uuid", weekly_hours: "numeric", ...period },
    key: ["id"],
  },
  timetable: { columns: { id: "uuid", academic_year_id: "uuid", name: "text", ...period }, key: ["id"] },
  timetable_entry: {
    columns: {
      ...({ id: "uuid", timetable_id: "uuid", weekday: "smallint", slot: "smallint", week_parity: "text" } as const),
      ...({ journal_id: "uuid", staff_id: "uuid", room: "text" } as const),
    },
    key: ["timetable_id", "weekday", "slot", "week_parity", "journal_id"],
    onlyNew: ["id"],
  },
} as const satisfies Record<string, TableSpec>;

export type SchoolTable = keyof typeof SCHOOL_TABLES;

interface ValueOf {
  uuid: string;
  text: string;
  date: string;
  time: string;
  smallint: number;
  numeric: number;
  boolean: boolean;
}

/** One row of a table, without its school_id. */
export type RowOf<Table extends SchoolTable> = {
  readonly [Column in keyof (typeof SCHOOL_TABLES)[Table]["columns"]]:
    ValueOf[(typeof SCHOOL_TABLES)[Table]["columns"][Column] & ColumnType] | null;
};

/** Everything that the files say, as rows by table. */
export type SchoolRows = { readonly [Table in SchoolTable]: RowOf<Table>[] };

export function emptySchoolRows(): SchoolRows {
  return Object.fromEntries(Object.keys(SCHOOL_TABLES).map((table) => [table, []])) as unknown as SchoolRows;
}
