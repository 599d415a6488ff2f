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
    if (payload === null) return this.open.tellAll();
    const { schoolId, personIds } = JSON.parse(payload) as NewsHint;
    for (const personId of personIds) this.open.tell(schoolId, personId, []);
  }
}

const feeds = new WeakMap<Database, NewsFeed>();
