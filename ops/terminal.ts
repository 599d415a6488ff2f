const HEARTBEAT_MS = 10_000;
const WORTH_TELLING_MS = 1_000;

/** One line to the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Names a step, shows now and then that it goes on, and says how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const seconds = (): string => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  say(`${title} …`);
  const heartbeat = setInterval(() => say(`  still at it, ${seconds()}`), HEARTBEAT_MS);
  try {
    const answer = await work();
    if (Date.now() - began > WORTH_TELLING_MS) say(`  done in ${seconds()}`);
    return answer;
  } finally {
    clearInterval(heartbeat);
  }
}
