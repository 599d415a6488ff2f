import DataLoader from "dataloader";
import { ArgsType, Field } from "type-graphql";
import { BATCH_ONLY } from "../../kernel/batch-loader";
import { type Page, PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Statement } from "../../kernel/database";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { LocalDate } from "../../kernel/scalars";
import { readableJournals, seesWholeStructure } from "../../kernel/viewer";
import type { Lesson } from "./lesson.entity";

@ArgsType()
export class LessonsArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "The first date; left out: from the start of the year." })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The last date; left out: to the end of the year." })
  to?: string | null;
}

interface LessonsKey extends LessonsArgs {
  journalId: string;
}

/**
 * A page of lessons of each journal, by date and slot: one statement for all the journals of a level. A journal that is not the viewer's
 * to open has no lessons.
 * @throws Refusal INVALID or LIMIT_EXCEEDED when `first` or `after` is wrong.
 */
export function makeLessonsOfJournalLoader(context: RequestContext): DataLoader<LessonsKey, Page<Lesson>> {
  return new DataLoader((keys) => readPages(context, keys), BATCH_ONLY);
}

async function readPages(context: RequestContext, keys: readonly LessonsKey[]): Promise<Page<Lesson>[]> {
  const viewer = signedIn(context);
  const asked = keys.map(({ journalId, first, after, from, to }, place) => {
    const [afterDate, afterSlot] = readCursor(after, "lessons", "date", "number") ?? [];
    return {
      place,
      journalId,
      from: from ?? null,
      to: to ?? null,
      afterDate: afterDate ?? null,
      afterSlot: afterSlot ?? null,
      rows: rowsToRead(first),
    };
  });
  const mine = seesWholeStructure(viewer) ? null : readableJournals(viewer);
  const rows = await context.database.read<Lesson & { place: number }>(viewer.schoolId, LESSONS, [
    viewer.schoolId,
    JSON.stringify(asked),
    mine,
  ]);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return keys.map(({ first }, place) => toPage<Lesson>(byPlace.get(place) ?? [], first, "lessons", ({ date, slot }) => [date, slot]));
}

/** $1 school, $2 what is asked for, as JSON, $3 the viewer's journals (null: every one). */
const LESSONS: Statement = {
  name: "lessons-of-journals",
  text: `
  SELECT asked.place, lesson.*
  FROM jsonb_to_recordset($2::jsonb) AS asked (place int, "journalId" uuid, "from" date, "to" date, "afterDate" date, "afterSlot" int, rows int)
  CROSS JOIN LATERAL (
    SELECT school_id AS "schoolId", id, journal_id AS "journalId", date, slot, starts_at AS "startsAt", ends_at AS "endsAt", status,
           teacher_id AS "teacherId", taught_by AS "taughtBy", room, topic, recorded_at AS "recordedAt", version
    FROM lesson
    WHERE school_id = $1 AND journal_id = asked."journalId" AND ($3::uuid[] IS NULL OR journal_id = ANY($3::uuid[]))
      AND (asked."from" IS NULL OR date >= asked."from") AND (asked."to" IS NULL OR date <= asked."to")
      AND (asked."afterDate" IS NULL OR (date, slot) > (asked."afterDate", asked."afterSlot"))
    ORDER BY date, slot LIMIT asked.rows) lesson
  ORDER BY asked.place, lesson.date, lesson.slot`,
};
