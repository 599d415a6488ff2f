import { ChangeQueue } from "./change-queue";

/** The queues of subscribers in this process, by school and by the thing or person that they wait for. */
export class OpenQueues {
  private readonly schools = new Map<string, Map<string, Set<ChangeQueue>>>();

  /** A queue for one subscriber, until it returns. */
  open(schoolId: string, key: string): ChangeQueue {
    const keys = this.schools.get(schoolId) ?? new Map<string, Set<ChangeQueue>>();
    const queues = keys.get(key) ?? new Set<ChangeQueue>();
    const queue = new ChangeQueue((ended) => {
      queues.delete(ended);
      if (queues.size === 0) keys.delete(key);
      if (keys.size === 0) this.schools.delete(schoolId);
    });
    this.schools.set(schoolId, keys.set(key, queues.add(queue)));
    return queue;
  }

  /** What is waited for in a school. */
  keys(schoolId: string): string[] {
    return [...(this.schools.get(schoolId)?.keys() ?? [])];
  }

  tell(schoolId: string, key: string, dates: readonly string[]): void {
    for (const queue of this.schools.get(schoolId)?.get(key) ?? []) queue.push(dates);
  }

  /** Something was missed: everybody reads again. */
  tellAll(): void {
    for (const keys of this.schools.values()) for (const queues of keys.values()) for (const queue of queues) queue.push([]);
  }
}
