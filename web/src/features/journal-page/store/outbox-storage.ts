import { createStore, del, entries, get, keys, set, type UseStore } from "idb-keyval";
import { EMPTY_OUTBOX, unsentCount, type Outbox } from "../outbox/outbox";
import { newId } from "@/ui/new-id";

/** What is kept: the outbox, and the name of its journal for the day when only this is left of it. */
interface Kept {
  journal: string;
  outbox: Outbox;
}

/** Where a teacher has left something unsent. */
export interface UnsentJournal {
  journalId: string;
  name: string;
}

/** The browser's keeping of what is not sent, by account and journal. Each tab keeps its own, so that two never overwrite each other. */
export class OutboxStorage {
  private readonly database = openDatabase();
  private readonly shelf: string;
  private readonly key: string;
  private latest: Promise<void> = Promise.resolve();

  constructor(
    accountId: string,
    journalId: string,
    private readonly journal: string,
  ) {
    this.shelf = `${accountId}/${journalId}/`;
    this.key = this.shelf + newId();
    void navigator.locks?.request(this.key, () => new Promise<never>(() => undefined));
  }

  /** Keeps the outbox as it stands; an empty one leaves nothing behind. Rejects when the browser keeps nothing. */
  save(outbox: Outbox): Promise<void> {
    const isEmpty = unsentCount(outbox) === 0 && outbox.problems.length === 0;
    const kept: Kept = { journal: this.journal, outbox };
    this.latest = isEmpty ? del(this.key, this.database) : set(this.key, kept, this.database);
    return this.latest;
  }

  /** Resolves when the last `save` is done. */
  kept(): Promise<void> {
    return this.latest.catch(() => undefined);
  }

  /**
   * Hands over what earlier visits and closed tabs left behind. A tab that is still open keeps its own until it closes. Where the
   * browser has no locks everything is taken at once: sent twice it does nothing twice.
   */
  async takeLeft(take: (left: Outbox) => void): Promise<void> {
    const all = await keys<string>(this.database);
    const left = all.filter((key) => key.startsWith(this.shelf) && key !== this.key);
    for (const key of left) {
      if (navigator.locks) void navigator.locks.request(key, () => this.move(key, take));
      else await this.move(key, take);
    }
  }

  private async move(key: string, take: (left: Outbox) => void): Promise<void> {
    take((await get<Kept>(key, this.database))?.outbox ?? EMPTY_OUTBOX);
    await this.kept();
    await del(key, this.database);
  }
}

/** The journals in which closed tabs of this account have left something unsent; what an open tab holds, it sends itself. */
export async function findUnsent(accountId: string): Promise<UnsentJournal[]> {
  const database = openDatabase();
  const open = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
  const left = (await entries<string, Kept>(database)).filter(([key]) => key.startsWith(`${accountId}/`) && !open.has(key));
  return [...new Map(left.map(([key, { journal }]) => [key.split("/")[1] ?? "", journal]))].map(([journalId, name]) => ({
    journalId,
    name,
  }));
}

function openDatabase(): UseStore {
  return createStore("journal-outbox", "outboxes");
}
