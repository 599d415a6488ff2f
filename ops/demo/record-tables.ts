import type { ClientBase } from "pg";
import { CopyBuffer } from "./copy-rows.ts";

/** The tables of what happens in lessons, in the order of their keys. */
export class RecordTables {
  readonly planTopics = new CopyBuffer("plan_topic", [
    "school_id",
    "id",
    "journal_id",
    "number",
    "section",
    "title",
    "hours",
    "work_kind",
    "homework",
    "planned_on",
  ]);
  readonly lessons = new CopyBuffer("lesson", [
    ...[
      "school_id",
      "id",
      "journal_id",
      "date",
      "slot",
      "starts_at",
      "ends_at",
      "status",
      "teacher_id",
      "taught_by",
      "room",
      "topic",
      "plan_topic_id",
    ],
    ...["recorded_at", "recorded_by", "version"],
  ]);
  readonly substitutions = new CopyBuffer("substitution", [
    "school_id",
    "id",
    "lesson_id",
    "journal_id",
    "lesson_date",
    "kind",
    "staff_id",
    "reason",
    "order_number",
    "order_date",
  ]);
  readonly assessments = new CopyBuffer("assessment", [
    "school_id",
    "id",
    "lesson_id",
    "number",
    "kind",
    "weight",
    "title",
    "mandatory",
    "scale",
    "max_points",
  ]);
  readonly marks = new CopyBuffer("mark", [
    ...[
      "school_id",
      "id",
      "assessment_id",
      "lesson_id",
      "journal_id",
      "lesson_date",
      "pupil_id",
      "attempt",
      "grade",
      "passed",
      "points",
      "debt_until",
      "share",
      "comment",
      "set_at",
      "set_by",
    ],
  ]);
  readonly attendance = new CopyBuffer("attendance", [
    ...[
      "school_id",
      "id",
      "lesson_id",
      "journal_id",
      "lesson_date",
      "pupil_id",
      "kind",
      "minutes_late",
      "reason",
      "document",
      "set_at",
      "set_by",
    ],
  ]);
  readonly homework = new CopyBuffer("homework", [
    "school_id",
    "id",
    "lesson_id",
    "journal_id",
    "text",
    "due_on",
    "expected_minutes",
    "set_at",
    "set_by",
  ]);
  readonly termMarks = new CopyBuffer("term_mark", [
    ...[
      "school_id",
      "id",
      "journal_id",
      "pupil_id",
      "kind",
      "term_id",
      "grade",
      "passed",
      "special",
      "suggested",
      "suggested_special",
      "reason",
      "set_at",
      "set_by",
    ],
  ]);

  get names(): string[] {
    return this.all.map(({ table }) => table);
  }

  /** Sends all that waits, each table after those it points to. */
  async send(client: ClientBase): Promise<void> {
    for (const table of this.all) await table.send(client);
  }

  get all(): readonly CopyBuffer[] {
    const { planTopics, lessons, substitutions, assessments, marks, attendance, homework, termMarks } = this;
    return [planTopics, lessons, substitutions, assessments, marks, attendance, homework, termMarks];
  }
}
