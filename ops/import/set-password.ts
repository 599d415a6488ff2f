import { randomInt } from "node:crypto";
import pg from "pg";
import { hashPassword } from "../../api/dist/modules/access/password.js";
import { Problem } from "../problem.ts";

/** Letters and digits that are not mistaken for each other on paper. */
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP_LENGTH = 4;

const SET_PASSWORD = `
  WITH place AS (SELECT school_id, account_id FROM login_directory WHERE login = $1),
  ended AS (UPDATE session SET ended_at = now() FROM place
            WHERE session.school_id = place.school_id AND session.account_id = place.account_id AND ended_at IS NULL)
  UPDATE account SET password_hash = $2, password_changed_at = now(), closed_at = NULL FROM place
  WHERE account.school_id = place.school_id AND account.id = place.account_id`;

/** Gives an account a new random password of about 60 bits, ends its open sessions and opens it again where it was closed. Answers the password. */
export async function setPassword(ownerUrl: string, login: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const password = Array.from({ length: GROUPS }, randomGroup).join("-");
    const { rowCount } = await client.query(SET_PASSWORD, [login.toLowerCase().normalize("NFKC"), await hashPassword(password)]);
    if (!rowCount) throw new Problem(`Логина «${login}» нет. Логины — в столбце username файла users.csv.`);
    return password;
  } finally {
    await client.end();
  }
}

function randomGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
