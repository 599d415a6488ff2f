import type { Ask } from "@/graphql/ask";
import { newId } from "@/ui/new-id";
import type { Call } from "../outbox/next-call";
import { unpackPage, type PackedPage } from "../page/pack-page";
import type { PageModel, PageTitle } from "../page/page-model";
import { JournalStore } from "./journal-store";
import { OutboxSender } from "./outbox-sender";
import { OutboxStorage } from "./outbox-storage";
import { postCall } from "./post-call";
import { readPage } from "./read-page";
import { RowViews } from "./row-views";

/** How a page comes from the server. */
export interface PageSource<Packed extends { title: PageTitle }> {
  unpack(packed: Packed): PageModel;
  read(ask: Ask, title: PageTitle): Promise<PageModel>;
}

/** A journal over a term. */
export const TERM_PAGE: PageSource<PackedPage> = { unpack: unpackPage, read: readPage };

/** One journal at work in this tab: its store, what keeps it, what sends it. Lives on after the page is left, until all is sent. */
export class JournalSession<Packed extends { title: PageTitle } = { title: PageTitle }> {
  readonly store: JournalStore;
  readonly rows: RowViews;
  private sender: OutboxSender | null = null;

  constructor(
    private readonly ask: Ask,
    private readonly beginning: Packed,
    today: string,
    private readonly source: PageSource<Packed>,
  ) {
    this.store = new JournalStore(source.unpack(beginning), today);
    this.rows = new RowViews(this.store.confirmed);
  }

  /** In the browser only: takes up what earlier visits left unsent, and from now on keeps and sends what is typed. */
  start(accountId: string): void {
    if (this.sender) return;
    const { journalId, subject, className } = this.store.getState().page.title;
    const storage = new OutboxStorage(accountId, journalId, `${subject}, ${className}`);
    const post = (call: Call) => postCall(this.ask, accountId, call);
    const sender = new OutboxSender({ store: this.store, post, kept: () => storage.kept(), newId });
    this.sender = sender;
    this.keepAndSend(storage, sender);
    window.addEventListener("online", () => sender.retryNow());
    window.addEventListener("beforeunload", (event) => {
      if (!this.store.getState().isKept) event.preventDefault();
    });
  }

  retryNow(): void {
    this.sender?.retryNow();
  }

  /**
   * A navigation came to this journal: perhaps to another term, perhaps by the browser's button back to a page that is older than what has
   * been saved since, so it is read again.
   */
  arrive(packed: Packed, today: string): void {
    this.store.today = today;
    const isOtherTerm = packed.title.term.id !== this.store.getState().page.title.term.id;
    if (packed === this.beginning && !isOtherTerm) return;
    if (isOtherTerm) this.store.receive(this.source.unpack(packed), this.store.refreshToken());
    void this.refresh().catch(() => undefined);
  }

  /** Reads the page again: a colleague may have changed it. What the teacher has typed stays typed. */
  async refresh(): Promise<void> {
    const { title } = this.store.getState().page;
    const token = this.store.refreshToken();
    const page = await this.source.read(this.ask, title);
    const isStillShown = this.store.getState().page.title.term.id === title.term.id;
    if (isStillShown) this.store.receive(page, token);
  }

  private keepAndSend(storage: OutboxStorage, sender: OutboxSender): void {
    let seen = this.store.getState().outbox;
    this.store.subscribe(() => {
      const { outbox } = this.store.getState();
      if (outbox === seen) return;
      seen = outbox;
      storage.save(outbox).then(
        () => this.store.setKept(true),
        () => this.store.setKept(false),
      );
      sender.start();
    });
    storage.takeLeft((left) => this.store.adopt(left)).catch(() => this.store.setKept(false));
  }
}
