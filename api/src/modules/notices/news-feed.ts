import type { ChangeQueue } from "../../kernel/change-queue";
import type { Database } from "../../kernel/database";
import { HINT_CHANNEL, type NewsHint } from "../../kernel/news-hint";
import { OpenQueues } from "../../kernel/open-queues";

/** Bells that are open somewhere in this process, and the one ear that hears for all of them. */
export class NewsFeed {
  private readonly open = new OpenQueues();

  private constructor(database: Database) {
    database.listen(HINT_CHANNEL, (payload) => this.hear(payload));
  }

  static of(database: Database): NewsFeed {
    let feed = feeds.get(database);
    if (!feed) feeds.set(database, (feed = new NewsFeed(database)));
    return feed;
  }

  /** A sign to count, at once (so that nothing is missed between two connections) and after each change, until the reader returns. */
  changes(schoolId: string, personId: string): ChangeQueue {
    const queue = this.open.open(schoolId, personId);
    queue.push([]);
    return queue;
  }

  private hear(payload: string | null): void {
    const hint = payload && understood(payload);
    if (!hint) return this.open.tellAll();
    for (const personId of hint.personIds) this.open.tell(hint.schoolId, personId, []);
  }
}

/** Null: not one of ours; anything may have changed. */
function understood(payload: string): NewsHint | null {
  try {
    const hint = JSON.parse(payload) as Partial<NewsHint> | null;
    return hint?.schoolId && Array.isArray(hint.personIds) ? (hint as NewsHint) : null;
  } catch {
    return null;
  }
}

const feeds = new WeakMap<Database, NewsFeed>();
