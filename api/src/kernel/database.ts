import { channel } from "node:diagnostics_channel";
import type { Pool, PoolClient, QueryResultRow } from "pg";
import { types as pgTypes } from "pg";
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver";
import { Listener, type Hear } from "./listener";

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

type SchoolClient = PoolClient & { schoolId?: string };

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

  /** Runs one statement of a read. */
  async read<Row extends QueryResultRow>(schoolId: string, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.checkOut(schoolId);
    try {
      return await run<Row>(client, statement, values);
    } finally {
      client.release();
    }
  }

  /** Runs one statement outside every school: the login directory and other catalogues. */
  async readCatalogue<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.read<Row>("", statement, values);
  }

  /** Runs a command: all of it is committed, or nothing. */
  async write<Result>(schoolId: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.checkOut(schoolId);
    try {
      await client.query("BEGIN");
      const result = await work({ schoolId, query: (statement, values) => run(client, statement, values) });
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      await client.query("ROLLBACK").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }

  /** Reads entities of the open graph; the manager is good until `work` ends. */
  async entities<Result>(schoolId: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
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

  private async checkOut(schoolId: string): Promise<SchoolClient> {
    const client = (await this.pool.connect()) as SchoolClient;
    try {
      await enterSchool(client, schoolId);
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}

/** The pool hears idle connections only: one lost in the middle of a command would end the process. Its query fails by itself. */
const hearLoss = (): void => undefined;

async function enterSchool(client: SchoolClient, schoolId: string): Promise<void> {
  if (client.schoolId === schoolId) return;
  // Unknown until the server has answered: a failure in between must not leave the old school's name on the connection.
  client.schoolId = undefined;
  await client.query({ name: "enter-school", text: "SELECT set_config('app.school_id', $1, false)", values: [schoolId] });
  client.schoolId = schoolId;
}

async function run<Row extends QueryResultRow>(client: PoolClient, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
  statementChannel.publish({ name: statement.name });
  const result = await client.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
  return result.rows;
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
