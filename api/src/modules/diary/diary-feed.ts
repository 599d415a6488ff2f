import type { Database, Statement } from "../../kernel/database";
import { DIARY_CHANNEL, type DiaryNotice } from "../../kernel/diary-change";
import { isPupilOfJournal } from "../journals/pupil-of-journal";
import { ChangeQueue } from "./change-queue";

/** Diaries that are open somewhere in this process, and the one ear that hears for all of them. */
export class DiaryFeed {
  private readonly open = new Map<string, Map<string, Set<ChangeQueue>>>();

  private constructor(private readonly database: Database) {
    database.listen(DIARY_CHANNEL, (payload) => void this.hear(payload).catch(() => this.everything()));
  }

  static of(database: Database): DiaryFeed {
    let feed = feeds.get(database);
    if (!feed) feeds.set(database, (feed = new DiaryFeed(database)));
    return feed;
  }

  /** The dates of each change of a pupil's diary, until the reader returns. */
  changes(schoolId: string, pupilId: string): ChangeQueue {
    const pupils = this.open.get(schoolId) ?? new Map<string, Set<ChangeQueue>>();
    const queues = pupils.get(pupilId) ?? new Set<ChangeQueue>();
    const queue = new ChangeQueue((ended) => {
      queues.delete(ended);
      if (queues.size === 0) pupils.delete(pupilId);
      if (pupils.size === 0) this.open.delete(schoolId);
    });
    this.open.set(schoolId, pupils.set(pupilId, queues.add(queue)));
    return queue;
  }

  private async hear(payload: string | null): Promise<void> {
    if (payload === null) return this.everything();
    const { schoolId, pupilIds, journalId, dates } = JSON.parse(payload) as DiaryNotice;
    const pupils = this.open.get(schoolId);
    if (!pupils) return;
    for (const pupilId of pupilIds ?? (await this.pupilsOfJournal(schoolId, journalId, [...pupils.keys()], dates[0] ?? null))) {
      for (const queue of pupils.get(pupilId) ?? []) queue.push(dates);
    }
  }

  private async pupilsOfJournal(schoolId: string, journalId: string, open: readonly string[], date: string | null): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(schoolId, PUPILS_OF_JOURNAL, [schoolId, journalId, open, date]);
    return rows.map(({ id }) => id);
  }

  /** Something was missed: everybody reads again. */
  private everything(): void {
    for (const pupils of this.open.values()) for (const queues of pupils.values()) for (const queue of queues) queue.push([]);
  }
}

const feeds = new WeakMap<Database, DiaryFeed>();

/** Of the diaries that are open, those of the journal's list on the date that changed, or all where no date is known. */
const PUPILS_OF_JOURNAL: Statement = {
  name: "diary-pupils-of-journal",
  text: `SELECT pupil.id FROM unnest($3::uuid[]) AS pupil (id)
         JOIN journal ON journal.school_id = $1 AND journal.id = $2
         WHERE $4::date IS NULL OR ${isPupilOfJournal("journal", "pupil.id", "$4::date")}`,
};
