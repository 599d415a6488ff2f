import { channel } from "node:diagnostics_channel";
import type { Pool, PoolClient, QueryResultRow } from "pg";
import { DatabaseError, types as pgTypes } from "pg";
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver";
import { Listener, type Hear } from "./listener";
import { PreparedQuery, type Prelude } from "./prepared-query";
import type { Check } from "./check";

/** A named statement: PostgreSQL parses and plans it once a connection. */
export interface Statement {
  name: string;
  text: string;
}

/** Published once a statement that the database runs, `{ name }`: tests and metrics count with it. */
export const statementChannel = channel("journal.statement");

/** One transaction of one school. */
export interface Transaction {
  schoolId: string;
  query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
}

/** A named statement is planned once a connection: the views are large, and planning one anew costs as much as running it. */
const PLAN_ONCE = "-c plan_cache_mode=force_generic_plan -c jit=off";

/** `connection` is the client's wire. */
type SchoolClient = PoolClient & { schoolId?: string; connection: object };

/**
 * The only door to PostgreSQL. Every statement runs on a connection whose `app.school_id` is the viewer's school,
 * so row-level security holds even where a WHERE forgets it.
 */
export class Database {
  private readonly listeners: Listener[] = [];

  private constructor(
    private readonly source: DataSource,
    private readonly pool: Pool,
    private readonly url: string,
    private readonly check?: Check,
  ) {}

  static async connect(url: string, entities: EntityTarget<ObjectLiteral>[], poolSize = 10): Promise<Database> {
    const source = new DataSource({
      type: "postgres",
      url,
      entities: entities as [],
      synchronize: false,
      poolSize,
      extra: { types: { getTypeParser: typeParser }, connectionTimeoutMillis: 5_000, options: PLAN_ONCE, ...TIME_LIMITS },
    });
    await source.initialize();
    const pool = (source.driver as PostgresDriver).master as Pool;
    pool.on("error", () => undefined);
    pool.on("acquire", (client) => client.off("error", hearLoss).on("error", hearLoss));
    return new Database(source, pool, url);
  }

  /** The same database for one query, whose first read asks the check in the same message. It reads by `read` and nothing else. */
  checkedBy(check: Check): Database {
    return new Database(this.source, this.pool, this.url, check);
  }

  /** Runs one statement of a read. */
  async read<Row extends QueryResultRow>(schoolId: string, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = (await this.pool.connect()) as SchoolClient;
    try {
      const rows = await runInSchool<Row>(client, schoolId, statement, values, this.check);
      client.release();
      return rows;
    } catch (error) {
      client.release(hasLost(error));
      throw error;
    }
  }

  /** Runs one statement outside every school: the login directory and other catalogues. */
  async readCatalogue<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.read<Row>("", statement, values);
  }

  /** Runs a command: all of it is committed, or nothing. The transaction is begun with its first statement. */
  async write<Result>(schoolId: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    this.check?.refuseToPassBy();
    const client = (await this.pool.connect()) as SchoolClient;
    const isThere = client.schoolId === schoolId;
    // A rollback takes the entered school back.
    client.schoolId = isThere ? schoolId : undefined;
    let opening = [{ ...BEGIN, values: [] }, ...(isThere ? [] : [{ ...ENTER_SCHOOL, values: [schoolId] }])];
    let hasBegun = false;
    const query: Transaction["query"] = async (statement, values) => {
      const prelude = opening;
      opening = [];
      hasBegun = true;
      return run(client, statement, values, await sendableWith(client, prelude));
    };
    try {
      const result = await work({ schoolId, query });
      if (hasBegun) await client.query("COMMIT");
      if (hasBegun) client.schoolId = schoolId;
      client.release();
      return result;
    } catch (error) {
      await (hasBegun ? client.query("ROLLBACK") : Promise.resolve()).then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }

  /** Reads entities of the open graph; the manager is good until `work` ends. */
  async entities<Result>(schoolId: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    this.check?.refuseToPassBy();
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as SchoolClient;
      await enterSchool(client, schoolId);
      statementChannel.publish({ name: "entities" });
      return await work(runner.manager);
    } finally {
      await runner.release();
    }
  }

  /** The pool itself, for libraries that keep their own catalogue tables (the sign-in throttle). */
  get cataloguePool(): Pool {
    return this.pool;
  }

  /** Hears what is said on a channel of PostgreSQL, over a connection of its own, until the database is closed. */
  listen(channel: string, hear: Hear): void {
    this.listeners.push(new Listener(this.url, channel, hear));
  }

  async close(): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener.stop()));
    await this.source.destroy();
  }
}

/** The pool hears idle connections only: one lost in the middle of a command would end the process. Its query fails by itself. */
const hearLoss = (): void => undefined;

/**
 * Does an error tell that the connection is gone: PostgreSQL has ended it (class 57P), or the error is not of PostgreSQL. The pool hears so only
 * a moment later, and would lend it to whoever asks in between. Any other failure leaves the connection good.
 */
function hasLost(error: unknown): boolean {
  return !(error instanceof DatabaseError) || (error.code ?? "").startsWith("57P");
}

const BEGIN: Statement = { name: "begin", text: "BEGIN" };

const ENTER_SCHOOL: Statement = { name: "enter-school", text: "SELECT set_config('app.school_id', $1, false)" };

async function enterSchool(client: SchoolClient, schoolId: string): Promise<void> {
  if (client.schoolId === schoolId) return;
  // Unknown until the server has answered: a failure in between must not leave the old school's name on the connection.
  client.schoolId = undefined;
  await client.query({ ...ENTER_SCHOOL, values: [schoolId] });
  client.schoolId = schoolId;
}

/** Runs a statement of a read, entering the school and asking the check in the same round trip. */
async function runInSchool<Row extends QueryResultRow>(
  client: SchoolClient,
  schoolId: string,
  statement: Statement,
  values: readonly unknown[],
  check: Check | undefined,
): Promise<Row[]> {
  const isThere = client.schoolId === schoolId;
  const question = check?.take();
  if (isThere && !question) return run(client, statement, values);
  client.schoolId = undefined;
  if (question) statementChannel.publish({ name: question.name });
  const calls = [...(isThere ? [] : [{ ...ENTER_SCHOOL, values: [schoolId] }]), ...(question ? [question] : [])];
  const rows = await run<Row>(client, statement, values, await sendableWith(client, calls));
  client.schoolId = schoolId;
  return rows;
}

/** Answers what can go with the next statement; what the connection has never run is run by itself, so that it is known there, and so are the others. */
async function sendableWith(client: SchoolClient, calls: readonly Prelude[]): Promise<readonly Prelude[]> {
  if (calls.every(({ name }) => PreparedQuery.isKnown(client.connection, name))) return calls;
  for (const { name, text, values, found } of calls) {
    const { rows } = await client.query<(string | null)[]>({ name, text, values: [...values], rowMode: "array" });
    for (const [first] of rows) found?.(first ?? null);
  }
  return [];
}

function run<Row extends QueryResultRow>(
  client: PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
  prelude: readonly Prelude[] = [],
): Promise<Row[]> {
  statementChannel.publish({ name });
  return new Promise<Row[]>((resolve, reject) => {
    client.query(
      new PreparedQuery({ name, text, values }, prelude, (error, result) => (error ? reject(error) : resolve(result.rows as Row[]))),
    );
  }).catch((error: Error) => {
    // The driver's own stack begins at its socket: this one tells who asked.
    Error.captureStackTrace(error);
    throw error;
  });
}

/** No statement of a screen takes seconds: one that does is stuck or an attack, and must not keep its connection. In milliseconds. */
const TIME_LIMITS = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

const DATE = 1082;
const TIME = 1083;

/** Civil dates stay `yyyy-mm-dd` and wall-clock times `hh:mm`: neither is an instant. */
function typeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === DATE) return (value) => value;
  if (oid === TIME) return (value) => value.slice(0, 5);
  return pgTypes.getTypeParser(oid, format as "text") as (value: string) => unknown;
}
