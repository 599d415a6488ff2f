import { Algorithm, hash, verify } from "@node-rs/argon2";
import { ErrorCode, Refusal } from "../../kernel/refusal";

/** argon2id at the size that OWASP names: 19 MiB, two passes. Each check holds that much memory. */
const ARGON2ID = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Checks at once, and in the queue: a flood of sign-ins takes neither the memory nor the threads of the others. */
const AT_ONCE = 2;
const WAITING = 100;

/** A longer password is wrong: nobody's is. */
const LONGEST = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

/**
 * Is it the password of the hash. Without a hash (no such account, or one without a password) it takes as long and is false.
 * @throws Refusal TOO_MANY_ATTEMPTS when too many people sign in at this moment.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = password.length <= LONGEST;
  const right = await inTurn(async () => verify(stored ?? (await decoyHash()), fits ? password.normalize("NFKC") : ""));
  return right && fits && stored !== null;
}

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) {
      throw new Refusal(ErrorCode.TOO_MANY_ATTEMPTS, "Сейчас входит слишком много людей. Подождите минуту и попробуйте снова.", {
        minutes: 1,
      });
    }
    await new Promise<void>((resolve) => queue.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

let decoy: Promise<string> | undefined;

function decoyHash(): Promise<string> {
  decoy ??= hashPassword("no account has this password");
  return decoy;
}
