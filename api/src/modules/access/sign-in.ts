import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Statement } from "../../kernel/database";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { RequestContext } from "../../kernel/request-context";
import { networkOfAddress } from "./network-of-address";
import { isPassword } from "./password";
import { newSessionToken } from "./session-token";
import { SignInThrottle, type Attempt } from "./sign-in-throttle";

/** A school day and its evening: people at school computers sign in each morning. */
const SESSION_HOURS = 12;

/**
 * Opens a session and sets its cookie. An unknown login, a wrong password, a closed account, an account without a
 * password and a demo school that is not served answer alike and take the same steps.
 * @returns the token of the new session.
 * @throws Refusal WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS.
 */
export async function signIn(context: RequestContext, login: string, password: string): Promise<string> {
  const name = login.trim().normalize("NFKC").toLowerCase();
  const device = Buffer.from(context.deviceCookie.value ?? "", "base64url");
  const account = await findAccount(context, name, device);
  const attempt: Attempt = {
    login: name,
    address: networkOfAddress(context.address),
    knownDevice: account?.known_device ? device.toString("hex") : null,
  };
  const throttle = SignInThrottle.of(context.database);
  await throttle.spend(attempt);
  const right = await isPassword(account?.password_hash ?? null, password);
  if (!account || !right || account.closed || (account.is_demo && !context.demoMode)) {
    throw new Refusal(ErrorCode.WRONG_CREDENTIALS, "Логин или пароль не подходит. Проверьте раскладку клавиатуры и попробуйте ещё раз.");
  }
  await throttle.forgive(attempt);
  return openSession(context, account);
}

interface AccountRow {
  school_id: string;
  id: string;
  password_hash: string | null;
  closed: boolean;
  is_demo: boolean;
  /** This device has signed in to this account before. */
  known_device: boolean;
}

/** Both statements run for an unknown login too: it must not answer sooner. */
async function findAccount(context: RequestContext, login: string, device: Buffer): Promise<AccountRow | null> {
  const [place = NOWHERE] = await context.database.readCatalogue<{ school_id: string; account_id: string }>(FIND_LOGIN, [login]);
  const [account] = await context.database.read<AccountRow>(place.school_id, FIND_ACCOUNT, [place.school_id, place.account_id, device]);
  return account ?? null;
}

const NOWHERE = { school_id: "00000000-0000-0000-0000-000000000000", account_id: "00000000-0000-0000-0000-000000000000" };

/** The device keeps the hash of its session's secret: it opens nothing, and proves later that the account was opened here. */
async function openSession(context: RequestContext, account: AccountRow): Promise<string> {
  const { token, secret } = newSessionToken(account.school_id);
  const now = context.clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  const tokenHash = createHash("sha256").update(secret).digest();
  await context.database.write(account.school_id, (transaction) =>
    transaction.query(OPEN_SESSION, [
      account.school_id,
      uuidv7(),
      account.id,
      tokenHash,
      now,
      expiresAt,
      context.address,
      context.userAgent?.slice(0, 300) ?? null,
    ]),
  );
  context.sessionCookie.set(token, SESSION_HOURS * 3_600);
  context.deviceCookie.set(tokenHash.toString("base64url"));
  return token;
}

const FIND_LOGIN: Statement = { name: "login-find", text: `SELECT school_id, account_id FROM login_directory WHERE login = $1` };

const FIND_ACCOUNT: Statement = {
  name: "account-find",
  text: `SELECT account.school_id, account.id, account.password_hash, account.closed_at IS NOT NULL AS closed, school.is_demo,
           EXISTS (SELECT FROM session WHERE session.school_id = $1 AND session.token_hash = $3 AND session.account_id = $2) AS known_device
         FROM account JOIN school ON school.school_id = account.school_id WHERE account.school_id = $1 AND account.id = $2`,
};

const OPEN_SESSION: Statement = {
  name: "session-open",
  text: `INSERT INTO session (school_id, id, account_id, token_hash, created_at, expires_at, address, user_agent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
