import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "../../kernel/database";
import { ErrorCode, Refusal } from "../../kernel/refusal";

/**
 * Who guesses: an address; a login from one place (a device that has signed in before, or else an address); a login from
 * all unknown places together. A person's own device is counted apart, so nobody can lock its owner out by guessing
 * elsewhere, or at the same school. Only failures stay counted: a whole school signs in through one address in the morning.
 */
export interface Attempt {
  login: string;
  address: string;
  /** The device's proof of an earlier sign-in to this very account, when it is true. */
  knownDevice: string | null;
}

/** Failures in so many seconds, by whom they are counted. */
const ALLOWED = {
  address: { points: 300, duration: 900 },
  place: { points: 10, duration: 900 },
  login: { points: 30, duration: 3_600 },
} as const;

/** Counts an attempt before the password is looked at, in one statement each, so that parallel tries do not slip through. */
export class SignInThrottle {
  private readonly limiters: Readonly<Record<keyof typeof ALLOWED, RateLimiterPostgres>>;

  private constructor(database: Database) {
    const make = (keyPrefix: keyof typeof ALLOWED) =>
      new RateLimiterPostgres({
        storeClient: database.cataloguePool,
        tableName: "sign_in_throttle",
        tableCreated: true,
        keyPrefix,
        ...ALLOWED[keyPrefix],
      });
    this.limiters = { address: make("address"), place: make("place"), login: make("login") };
  }

  static of(database: Database): SignInThrottle {
    let throttle = made.get(database);
    if (!throttle) made.set(database, (throttle = new SignInThrottle(database)));
    return throttle;
  }

  /** @throws Refusal TOO_MANY_ATTEMPTS with the minutes to wait. */
  async spend(attempt: Attempt): Promise<void> {
    for (const [limiter, key] of this.counters(attempt)) {
      await limiter.consume(key).catch((spent: unknown) => {
        throw spent instanceof RateLimiterRes ? tooMany(spent.msBeforeNext) : (spent as Error);
      });
    }
  }

  /** A right password takes its own attempt back, and wipes the slips of the keyboard at this place. */
  async forgive(attempt: Attempt): Promise<void> {
    for (const [limiter, key] of this.counters(attempt)) {
      await (limiter === this.limiters.place ? limiter.delete(key) : limiter.reward(key));
    }
  }

  /** The keys are hashed: people type passwords into the field of the login. */
  private counters({ login, address, knownDevice }: Attempt): [RateLimiterPostgres, string][] {
    const { address: byAddress, place, login: byLogin } = this.limiters;
    if (knownDevice) return [[place, key("device", knownDevice)]];
    return [
      [byAddress, key(address)],
      [place, key("address", address, login)],
      [byLogin, key(login)],
    ];
  }
}

const made = new WeakMap<Database, SignInThrottle>();

function key(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

function tooMany(milliseconds: number): Refusal {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return new Refusal(ErrorCode.TOO_MANY_ATTEMPTS, `Слишком много попыток входа. Подождите ${minutes} мин и попробуйте снова.`, {
    minutes,
  });
}
