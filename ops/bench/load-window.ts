import { Agent, request } from "node:http";
import type { Target } from "./bench-targets.ts";

/** What one window of load showed. */
export interface Window {
  requestsPerSecond: number;
  /** Of each answer, in milliseconds. */
  latencies: number[];
}

/** As many people as ask at once. */
export const CONCURRENCY = 8;

/** Asks a server one target after another over kept-alive connections. @throws Error for the first answer that is not a good one. */
export async function runWindow(address: URL, side: "api" | "raw", targets: readonly Target[], milliseconds: number): Promise<Window> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const latencies: number[] = [];
  const began = performance.now();
  const workers = Array.from({ length: Math.min(CONCURRENCY, targets.length) }, async (_, worker) => {
    // Each has targets of its own, so that two never change one column of marks.
    const own = targets.filter((__, place) => place % CONCURRENCY === worker);
    for (let turn = 0; performance.now() - began < milliseconds; turn++) {
      const target = own[turn % own.length]!;
      const sent = performance.now();
      await ask(address, agent, target[side](), target.cookie);
      latencies.push(performance.now() - sent);
    }
  });
  await Promise.all(workers);
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { requestsPerSecond: latencies.length / seconds, latencies };
}

function ask(address: URL, agent: Agent, body: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), "x-journal-client": "bench", cookie };
    const sent = request(address, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks);
        if (response.statusCode === 200 && isGood(text)) resolve();
        else reject(new Error(`${address.href} answered ${response.statusCode}: ${text.toString("utf8", 0, 600)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A refused request is quick: it must not pass for a fast one. */
function isGood(answer: Buffer): boolean {
  return !answer.includes('"errors":') && !answer.includes('"CONFLICT"') && !answer.includes('"REFUSED"') && answer.length > 40;
}
