import type { Statement } from "./database";
import type { Prelude } from "./prepared-query";

/** A question about who asks: the answer that is expected, as a text, must be the answer still. It is asked once, in the message of the first read. */
export class Check {
  private taken = false;
  private same = false;
  private outOfReach = false;

  constructor(
    private readonly statement: Statement,
    private readonly values: readonly (string | null)[],
    private readonly expected: string,
  ) {}

  /** The question, the first time; afterwards undefined. */
  take(): Prelude | undefined {
    if (this.taken) return undefined;
    this.taken = true;
    return { ...this.statement, values: this.values, found: (text) => void (this.same = text === this.expected) };
  }

  /** @throws Error for what would not carry the question. */
  refuseToPassBy(): never {
    this.outOfReach = true;
    throw new Error("a database with a check is only for reads");
  }

  /** Was something asked for that would not carry it. */
  get isOutOfReach(): boolean {
    return this.outOfReach;
  }

  /** Was it sent to the database. */
  get isAsked(): boolean {
    return this.taken;
  }

  /** Was it answered as expected, and was nothing asked for that it could not go with, not even by somebody who bears a refusal in silence. */
  get holds(): boolean {
    return this.same && !this.outOfReach;
  }
}
