/**
 * Dates that wait for one subscriber, at most one answer long: a slow reader gets the sum of what it missed, and costs
 * no more memory than a quick one. No dates: any may have changed.
 */
export class ChangeQueue implements AsyncIterableIterator<string[]> {
  private waiting: Set<string> | "ANY" | null = null;
  private wake: (() => void) | null = null;
  private ended = false;

  constructor(private readonly onEnd: (queue: ChangeQueue) => void) {}

  push(dates: readonly string[]): void {
    if (dates.length === 0 || this.waiting === "ANY") this.waiting = "ANY";
    else this.waiting = new Set([...(this.waiting ?? []), ...dates]);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<string[], undefined>> {
    while (this.waiting === null && !this.ended) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.ended) return { done: true, value: undefined };
    const dates = this.waiting === "ANY" ? [] : [...(this.waiting ?? [])].sort();
    this.waiting = null;
    return { done: false, value: dates };
  }

  async return(): Promise<IteratorResult<string[], undefined>> {
    if (!this.ended) {
      this.ended = true;
      this.onEnd(this);
      this.wake?.();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
