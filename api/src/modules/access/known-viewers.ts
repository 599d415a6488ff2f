import { LRUCache } from "lru-cache";
import { Check } from "../../kernel/check";
import type { Clock } from "../../kernel/clock";
import type { Database } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { loadPackedViewer, whoAsks } from "./load-viewer";

/** How many people are remembered: a few kilobytes each. */
const MOST_PEOPLE = 5_000;

/** Somebody who has asked before; nothing may be answered unless the check holds. */
export interface KnownViewer {
  viewer: Viewer;
  /** Who asks, asked again: does the database answer what it answered when the viewer was loaded. */
  check: Check;
}

/**
 * Who has asked this process before. What is remembered is only a guess: who asks is looked up anew for every request, but in the same message as
 * what is shown, and an answer for which the guess was wrong is thrown away.
 */
export class KnownViewers {
  /** By the hash of the session's secret. */
  private readonly viewers = new LRUCache<string, { viewer: Viewer; packed: string }>({ max: MOST_PEOPLE });

  /** As `loadViewer` does, and remembers. */
  async load(database: Database, clock: Clock, demoMode: boolean, token: string): Promise<Viewer | null> {
    const question = whoAsks(clock, token);
    const loaded = question && (await loadPackedViewer(database, clock, demoMode, token));
    if (!loaded) return null;
    this.viewers.set(question.values[1], loaded);
    return loaded.viewer;
  }

  /** Null for who is not known. */
  find(clock: Clock, token: string): KnownViewer | null {
    const question = whoAsks(clock, token);
    const known = question && this.viewers.get(question.values[1]);
    return known ? { viewer: known.viewer, check: new Check(question.statement, question.values, known.packed) } : null;
  }
}
