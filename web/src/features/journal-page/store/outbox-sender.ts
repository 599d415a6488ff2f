import { errorCode, errorMessage } from "@/graphql/error-code";
import type { Call } from "../outbox/next-call";
import type { CallAnswer } from "../outbox/read-answers";
import { unsentCount } from "../outbox/outbox";
import type { JournalStore } from "./journal-store";

export interface SenderPorts {
  store: JournalStore;
  /** Sends one call; rejects with the error of asking. */
  post: (call: Call) => Promise<CallAnswer>;
  /** Resolves when the outbox as it stands is kept in the browser. */
  kept: () => Promise<void>;
  newId: () => string;
}

/** What is typed within this time goes out in one call. */
const GATHER_MS = 200;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** Sends the outbox in the background, call after call, and each again until it is answered. */
export class OutboxSender {
  private isRunning = false;
  private wake: (() => void) | null = null;

  constructor(private readonly ports: SenderPorts) {}

  /** Something is waiting: called at every change, does nothing while a round is on. */
  start(): void {
    if (this.isRunning || unsentCount(this.ports.store.getState().outbox) === 0) return;
    this.isRunning = true;
    void this.run().finally(() => {
      this.isRunning = false;
      this.start();
    });
  }

  /** The network is back, or the teacher does not want to wait. */
  retryNow(): void {
    this.wake?.();
    this.start();
  }

  private async run(): Promise<void> {
    const { store, newId, kept } = this.ports;
    await this.pause(GATHER_MS);
    let retryMs = FIRST_RETRY_MS;
    while (unsentCount(store.getState().outbox) > 0) {
      store.makeCall(newId);
      const call = store.getState().outbox.calls[0];
      if (!call) return;
      // Kept before it is sent: after a reload the same operation id goes out again.
      await kept();
      if (await this.deliver(call)) {
        retryMs = FIRST_RETRY_MS;
        continue;
      }
      await this.pause(retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  }

  /** False: nothing is known of the call, it has to go out again as it is. */
  private async deliver(call: Call): Promise<boolean> {
    const { store, post } = this.ports;
    try {
      const answer = await post(call);
      if (answer.answers.length !== call.entries.length) throw new Error("the server left cells unanswered");
      store.settle(answer);
      store.setLink("ONLINE");
      return true;
    } catch (error) {
      const code = errorCode(error);
      if (!COME_AGAIN.has(code)) {
        store.refuse(code, errorMessage(error) ?? "");
        return true;
      }
      store.setLink(code === "INTERNAL" ? "FAILING" : "OFFLINE");
      return false;
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Codes that say nothing about the change itself. */
const COME_AGAIN: ReadonlySet<string> = new Set(["OFFLINE", "INTERNAL", "UNAUTHENTICATED", "TOO_MANY_ATTEMPTS"]);
