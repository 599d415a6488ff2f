import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** What a listener hears: a payload, or `null` after a lost connection, when payloads may have been missed. */
export type Hear = (payload: string | null) => void;

const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** One dedicated connection that LISTENs on a channel, and comes back after it was lost. */
export class Listener {
  private client: Client | undefined;
  private stopped = false;
  private readonly woken = new AbortController();
  private readonly ended: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly hear: Hear,
  ) {
    this.ended = this.keepListening();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.woken.abort();
    await this.client?.end().catch(() => undefined);
    await this.ended;
  }

  private async keepListening(): Promise<void> {
    let wait = SHORTEST_PAUSE;
    for (let connections = 0; !this.stopped; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      const client = new Client({ connectionString: this.url, keepAlive: true });
      this.client = client;
      const lost = new Promise<void>((resolve) => client.once("end", resolve).on("error", () => resolve()));
      client.on("notification", ({ payload = "" }) => this.hear(payload));
      try {
        await client.connect();
        await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
        if (connections++ > 0) this.hear(null);
        wait = SHORTEST_PAUSE;
        await lost;
      } catch {
        // The database is away: /health says so, and the pause below grows.
      }
      await client.end().catch(() => undefined);
      if (!this.stopped) await pause(wait, undefined, { signal: this.woken.signal }).catch(() => undefined);
    }
  }
}
