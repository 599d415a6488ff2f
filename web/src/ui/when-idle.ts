/** Does something that can wait, once the browser has nothing better to do; a failure only means that it was not done. Undone by the answer. */
export function whenIdle(work: () => Promise<void>): () => void {
  const timer = setTimeout(() => void work().catch(() => undefined), SETTLED_MS);
  return () => clearTimeout(timer);
}

/** Safari knows no idle callback; by then a page has long been drawn and answers keys. */
const SETTLED_MS = 2_000;
