import type { Clock } from "../../kernel/clock";
import type { Database } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { JOURNAL_PAGE } from "./journal-page-statement";
import type { JournalPage } from "./journal-page";
import { unpackJournalPage, type JournalPageRow } from "./unpack-journal-page";

/** Which page: a journal over a term; without `termId` the term of today or the last one begun. */
export interface AskedPage {
  journalId: string;
  termId: string | null;
  /** The plan is long, and the grid does not show it. */
  withTopics: boolean;
}

/** The page as the viewer may see it. @throws Refusal NOT_FOUND when the journal is not the viewer's, or has no such term. */
export async function loadJournalPage(database: Database, clock: Clock, viewer: Viewer, asked: AskedPage): Promise<JournalPage> {
  const { journalId, termId, withTopics } = asked;
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, journals, termId, viewer.today, clock.now(), withTopics];
  const [row] = await database.read<JournalPageRow>(viewer.schoolId, JOURNAL_PAGE, values);
  if (!row) throw notFound("Журнал или учебный период");
  return unpackJournalPage(viewer, journalId, row);
}
