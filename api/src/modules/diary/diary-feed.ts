import type { ChangeQueue } from "../../kernel/change-queue";
import type { Database, Statement } from "../../kernel/database";
import { DIARY_CHANNEL, type DiaryNotice } from "../../kernel/diary-change";
import { OpenQueues } from "../../kernel/open-queues";
import { isPupilOfJournal } from "../journals/pupil-of-journal";

/** Diaries that are open somewhere in this process, and the one ear that hears for all of them. */
export class DiaryFeed {
  private readonly open = new OpenQueues();

  private constructor(private readonly database: Database) {
    database.listen(DIARY_CHANNEL, (payload) => void this.hear(payload).catch(() => this.open.tellAll()));
  }

  static of(database: Database): DiaryFeed {
    let feed = feeds.get(database);
    if (!feed) feeds.set(database, (feed = new DiaryFeed(database)));
    return feed;
  }

  /** The dates of each change of a pupil's diary, until the reader returns. */
  changes(schoolId: string, pupilId: string): ChangeQueue {
    return this.open.open(schoolId, pupilId);
  }

  private async hear(payload: string | null): Promise<void> {
    if (payload === null) return this.open.tellAll();
    const { schoolId, pupilIds, journalId, dates } = JSON.parse(payload) as DiaryNotice;
    const open = this.open.keys(schoolId);
    if (open.length === 0) return;
    for (const pupilId of pupilIds ?? (await this.pupilsOfJournal(schoolId, journalId, open, dates[0] ?? null))) {
      this.open.tell(schoolId, pupilId, dates);
    }
  }

  private async pupilsOfJournal(schoolId: string, journalId: string, open: readonly string[], date: string | null): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(schoolId, PUPILS_OF_JOURNAL, [schoolId, journalId, open, date]);
    return rows.map(({ id }) => id);
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
