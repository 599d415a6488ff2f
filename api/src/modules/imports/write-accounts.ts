import type { Transaction } from "../../kernel/database";
import { hashPassword } from "../access/password";
import type { ProblemList } from "./import-report";
import type { MappedAccount } from "./map-accounts";
import type { TableChange } from "./write-table";

interface KnownAccount {
  id: string;
  login: string;
  has_password: boolean;
  is_closed: boolean;
}

const AT_ONCE = 8;

/**
 * Makes and changes accounts. A password of the files is taken only where there is none yet: one that its owner has changed stays.
 * A login that another school holds is a problem.
 */
export async function writeAccounts(
  transaction: Transaction,
  accounts: readonly MappedAccount[],
  now: Date,
  problems: ProblemList,
): Promise<TableChange> {
  const known = await loadKnown(transaction);
  const change = { inserted: 0, updated: 0 };
  const differing = accounts.filter((account) => differs(account, known.get(account.id)));
  await reportTakenLogins(transaction, differing, problems);
  if (problems.count > 0) return change;
  for (let start = 0; start < differing.length; start += AT_ONCE) {
    const group = differing.slice(start, start + AT_ONCE);
    const hashes = await Promise.all(group.map((account) => newHash(account, known.get(account.id))));
    for (const [index, account] of group.entries()) await writeAccount(transaction, account, hashes[index]!, now);
  }
  change.inserted = differing.filter(({ id }) => !known.has(id)).length;
  change.updated = differing.length - change.inserted;
  return change;
}

function differs({ login, password, isClosed }: MappedAccount, known: KnownAccount | undefined): boolean {
  if (!known) return true;
  return known.login !== login || (password !== null && !known.has_password) || (isClosed && !known.is_closed);
}

async function newHash({ password }: MappedAccount, known: KnownAccount | undefined): Promise<string | null> {
  return password !== null && !known?.has_password ? hashPassword(password) : null;
}

async function loadKnown(transaction: Transaction): Promise<ReadonlyMap<string, KnownAccount>> {
  const rows = await transaction.query<KnownAccount & Record<string, unknown>>(
    {
      name: "import-known-accounts",
      text: `SELECT id, login, password_hash IS NOT NULL AS has_password, closed_at IS NOT NULL AS is_closed FROM account WHERE school_id = $1`,
    },
    [transaction.schoolId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function reportTakenLogins(transaction: Transaction, accounts: readonly MappedAccount[], problems: ProblemList): Promise<void> {
  const taken = await transaction.query<{ login: string; account_id: string }>(
    { name: "import-taken-logins", text: `SELECT login, account_id FROM login_directory WHERE login = ANY ($1::text[])` },
    [accounts.map(({ login }) => login)],
  );
  const holders = new Map(taken.map(({ login, account_id }) => [login, account_id]));
  for (const { id, login, place } of accounts) {
    if ((holders.get(login) ?? id) !== id) problems.add(place, `Логин «${login}» уже занят. Дайте другой.`);
  }
}

async function writeAccount(transaction: Transaction, account: MappedAccount, passwordHash: string | null, now: Date): Promise<void> {
  const { id, personId, login, isClosed } = account;
  await transaction.query(WRITE_ACCOUNT, [transaction.schoolId, id, personId, login, passwordHash, now, isClosed ? now : null]);
  await transaction.query(WRITE_LOGIN, [transaction.schoolId, id, login]);
}

const WRITE_ACCOUNT = {
  name: "import-account",
  text: `INSERT INTO account AS kept (school_id, id, person_id, login, password_hash, password_changed_at, closed_at)
         VALUES ($1, $2, $3, $4, $5, CASE WHEN $5::text IS NULL THEN NULL ELSE $6::timestamptz END, $7)
         ON CONFLICT (school_id, id) DO UPDATE SET login = EXCLUDED.login,
           password_hash = coalesce(EXCLUDED.password_hash, kept.password_hash),
           password_changed_at = coalesce(EXCLUDED.password_changed_at, kept.password_changed_at),
           closed_at = coalesce(kept.closed_at, EXCLUDED.closed_at)`,
};

const WRITE_LOGIN = {
  name: "import-login",
  text: `WITH gone AS (DELETE FROM login_directory WHERE account_id = $2 AND school_id = $1 AND login <> $3)
         INSERT INTO login_directory (login, school_id, account_id) VALUES ($3, $1, $2) ON CONFLICT (login) DO NOTHING`,
};
