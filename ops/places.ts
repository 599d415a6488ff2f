import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** Everything kept between runs: the database, passwords made at random, logs. */
const DATA = join(ROOT, ".data");

export const POSTGRES_DIRECTORY = join(DATA, "postgres");
export const APP_PASSWORD_FILE = join(DATA, "app-role-password");
export const LOCK_FILE = join(DATA, "lock.json");
export const LOG_DIRECTORY = join(DATA, "logs");

/** The journal's database in the embedded cluster. */
export const DATABASE = "journal";

/** Settings of this machine, see `.env.example`. */
export const ENV_FILE = join(ROOT, ".env");
