import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../kernel/clock";
import type { Database, Statement } from "../../kernel/database";
import { NEWS_CHANNEL } from "../../kernel/outbox";
import type { Mailer } from "./mailer";
import { sendLetters } from "./send-letters";
import { tellNews } from "./tell-news";

/** After the mail server did not answer it is asked again after these pauses, in milliseconds. */
const SHORTEST_SILENCE = 5_000;
const LONGEST_SILENCE = 60_000;

/** What is being done has so long after a stop, in milliseconds. */
const GRACE = 3_000;

/** What the worker works with. */
export interface NewsWorkerParts {
  database: Database;
  clock: Clock;
  /** Null: no letters are sent. */
  mailer: Mailer | null;
  /** The address that letters lead to. */
  portal: URL;
  /** Hears of what went wrong with a run: it is tried again. */
  report: (failure: Error) => void;
}

/** Makes notices of what has happened and sends letters of them. Any number of them may run, in as many processes. */
export class NewsWorker {
  private timer: NodeJS.Timeout | undefined;
  private silentUntil = 0;
  private silence = SHORTEST_SILENCE;
  private readonly tell: Loop;
  private readonly send: Loop;

  constructor(private readonly parts: NewsWorkerParts) {
    this.tell = oneAtATime(() => this.tellAll(parts.clock.now()), parts.report);
    this.send = oneAtATime(() => this.sendAll(parts.clock.now()), parts.report);
  }

  /** Works from now on: woken when news is left, and looking by itself each so many milliseconds, since a call may be lost. */
  start(every: number): void {
    this.parts.database.listen(NEWS_CHANNEL, () => this.tell.run());
    this.timer = setInterval(() => {
      this.tell.run();
      if (Date.now() >= this.silentUntil) this.send.run();
    }, every);
    this.tell.run();
  }

  /** Begins nothing more, and waits a little for what is being done: what is cut off is done again by the next process. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.race([Promise.all([this.tell.stop(), this.send.stop()]), pause(GRACE, undefined, { ref: false })]);
    this.parts.mailer?.close();
  }

  /** Does once all that is due at a moment. */
  async runOnce(now = this.parts.clock.now()): Promise<void> {
    await this.tellAll(now);
    await this.sendAll(now);
  }

  private async tellAll(now: Date): Promise<void> {
    const { database, clock, mailer } = this.parts;
    for (const schoolId of await this.schools(now)) await tellNews({ database, clock, mailIsOn: mailer !== null }, schoolId, now);
  }

  private async sendAll(now: Date): Promise<void> {
    const { database, clock, mailer, portal } = this.parts;
    if (!mailer) return;
    for (const schoolId of await this.schools(now)) {
      const isUp = await sendLetters({ database, clock, mailer, portal }, schoolId, now);
      if (!isUp) return this.keepSilent();
    }
    this.silence = SHORTEST_SILENCE;
  }

  private keepSilent(): void {
    this.silentUntil = Date.now() + this.silence;
    this.silence = Math.min(this.silence * 2, LONGEST_SILENCE);
  }

  private async schools(now: Date): Promise<string[]> {
    const rows = await this.parts.database.readCatalogue<{ id: string }>(SCHOOLS, [now]);
    return rows.map(({ id }) => id);
  }
}

interface Loop {
  run: () => void;
  stop: () => Promise<void>;
}

/** Runs work that is asked for while it runs once more after it, and never twice at once. */
function oneAtATime(work: () => Promise<void>, report: (failure: Error) => void): Loop {
  let running: Promise<void> | null = null;
  let isAskedFor = false;
  let isStopped = false;
  const runAll = async (): Promise<void> => {
    while (isAskedFor && !isStopped) {
      isAskedFor = false;
      await work().catch(report);
    }
    running = null;
  };
  return {
    run: () => {
      isAskedFor = true;
      running ??= runAll();
    },
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

const SCHOOLS: Statement = { name: "schools-with-news", text: "SELECT schools_with_news($1) AS id" };
