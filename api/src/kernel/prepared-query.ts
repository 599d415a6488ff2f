import { Query, type Connection, type FieldDef, type QueryResultRow } from "pg";

/** A named statement and its values. */
export interface Call {
  name: string;
  text: string;
  values: readonly unknown[];
}

/** A call before another one: its values are texts. It hears the first column of each row it finds, as PostgreSQL wrote it. */
export type Prelude = Call & { values: readonly (string | null)[]; found?: (text: string | null) => void };

/** What pg's own query does beyond what its types tell. */
interface Inner {
  prepare(connection: Connection): void;
  handleRowDescription(message: { fields: readonly FieldDef[] }): void;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: Connection): void;
}
interface Wire {
  parsedStatements: Readonly<Record<string, string>>;
  bind(config: object): void;
  describe(config: object): void;
  execute(config: object): void;
}

/** What is known of a connection. */
interface Known {
  /** Columns of the statements that it has run, by name: the server is asked for them once. */
  columns: Map<string, readonly FieldDef[]>;
  /** The connection, without the question for columns. */
  quiet: Connection;
}

const inner = Query.prototype as unknown as Inner;

const known = new WeakMap<object, Known>();

function knownOf(connection: Connection): Known {
  let one = known.get(connection);
  if (!one) {
    const quiet = Object.create(connection, { describe: { value: () => undefined } }) as Connection;
    known.set(connection, (one = { columns: new Map(), quiet }));
  }
  return one;
}

/**
 * A named statement in as few messages as can be: PostgreSQL tells its columns once a connection, and what has to come just before it goes
 * with it in one write. Together they are one transaction, unless one is open or the prelude opens one: when the prelude fails, the
 * statement is not run, and when the statement fails, what the prelude has set is taken back.
 */
export class PreparedQuery extends Query {
  private readonly prelude: readonly Prelude[];
  private readonly statement: string;
  private answersToSkip: number;
  private columns: readonly FieldDef[] = [];

  constructor(call: Call, prelude: readonly Prelude[], done: (error: Error | undefined, result: { rows: QueryResultRow[] }) => void) {
    super({ name: call.name, text: call.text, values: call.values as unknown[] }, done);
    this.statement = call.name;
    this.prelude = prelude;
    this.answersToSkip = prelude.length;
  }

  /** May the statement be a prelude on this connection: it has been run there by itself. */
  static isKnown(connection: object, name: string): boolean {
    return name in (connection as Wire).parsedStatements;
  }

  prepare(connection: Connection): void {
    const wire = connection as unknown as Wire;
    for (const { name, values } of this.prelude) {
      wire.bind({ statement: name, values });
      wire.execute({});
    }
    const { columns, quiet } = knownOf(connection);
    const mine = columns.get(this.statement);
    if (mine && mine.length > 0) inner.handleRowDescription.call(this, { fields: mine });
    inner.prepare.call(this, mine ? quiet : connection);
  }

  handleRowDescription(message: { fields: readonly FieldDef[] }): void {
    this.columns = message.fields;
    inner.handleRowDescription.call(this, message);
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    if (this.answersToSkip === 0) inner.handleDataRow.call(this, message);
    else this.prelude.at(-this.answersToSkip)?.found?.(message.fields[0] ?? null);
  }

  handleCommandComplete(message: object, connection: Connection): void {
    if (this.answersToSkip > 0) {
      this.answersToSkip -= 1;
      return;
    }
    inner.handleCommandComplete.call(this, message, connection);
    const { columns } = knownOf(connection);
    if (!columns.has(this.statement)) columns.set(this.statement, this.columns);
  }
}
