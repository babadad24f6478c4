import knex, { type Knex } from "knex";
import type { Connection as DriverConnection } from "mysql2";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { isConnectionLost, toTitianError } from "./mysql-errors.ts";
import type { Row } from "./rows.ts";

export interface MysqlOptions {
  readonly host: string;
  /** 3.2's Windows bundle listens on 3309, 3.3's on 3306. */
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Milliseconds until a query, waiting for a connection included, counts as unanswered. 100 to 60 000; 3 000 by default. */
  readonly budgetMs?: number;
  /** 1 to 10; 4 by default. */
  readonly connections?: number;
}

const BUDGET_MS = 3_000;
const CONNECTIONS = 4;
/** A desk that asks nothing for a minute holds no connection of the library's server. */
const IDLE_MS = 60_000;

/** The socket itself: the driver's own `destroy` waits for the server's goodbye, which a hung server never says. */
type Connection = DriverConnection & {
  readonly stream: { destroy(): unknown; once(event: "close", listener: () => void): unknown };
};

/** A few read-only connections, each query within a budget. A connection that hangs is thrown away, never waited for. */
export class MysqlPool {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #budgetMs: number;
  readonly #connections = new Set<Connection>();
  #isClosed = false;

  constructor(options: MysqlOptions, clock: Clock) {
    this.#clock = clock;
    this.#budgetMs = options.budgetMs ?? BUDGET_MS;
    this.#knex = knex({
      client: "mysql2",
      connection: {
        host: options.host,
        port: options.port,
        database: options.database,
        user: options.user,
        password: options.password,
        charset: "utf8mb4",
        connectTimeout: this.#budgetMs,
        // A day must not travel through a time zone, and an id must not lose digits.
        dateStrings: true,
        supportBigNumbers: true,
        bigNumberStrings: true,
      },
      acquireConnectionTimeout: this.#budgetMs,
      pool: {
        min: 0,
        max: options.connections ?? CONNECTIONS,
        idleTimeoutMillis: IDLE_MS,
        afterCreate: (connection: Connection, done: (error: Error | null) => void) => {
          this.#connections.add(connection);
          connection.stream.once("close", () => this.#connections.delete(connection));
          prepareSession(connection, this.#budgetMs, done);
        },
      },
      // Its warnings name the host and the user; what went wrong reaches our caller as a code.
      log: { warn: ignore, error: ignore, deprecate: ignore, debug: ignore },
    });
  }

  /** Runs one read. Rejects with an `INLISLITE_` code, or with the signal's reason when the caller gives up first. */
  async rows(
    build: (knex: Knex) => Knex.QueryBuilder | Knex.Raw,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    signal.throwIfAborted();
    using budget = withBudget(this.#clock, this.#budgetMs, signal, () => unanswered(this.#budgetMs));
    try {
      return await this.#attempt(build, budget.signal).catch((error: unknown) => {
        if (!isConnectionLost(error) || budget.signal.aborted) throw error;
        return this.#attempt(build, budget.signal);
      });
    } catch (error) {
      budget.signal.throwIfAborted();
      throw toTitianError(error);
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const connection of this.#connections) connection.stream.destroy();
    await this.#knex.destroy();
  }

  async #attempt(
    build: (knex: Knex) => Knex.QueryBuilder | Knex.Raw,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    if (this.#isClosed) throw new TitianError("INLISLITE_UNREACHABLE", { details: { reason: "CLOSED" } });
    const connection = await this.#acquire(signal);
    const drop = (): void => void connection.stream.destroy();
    signal.addEventListener("abort", drop, { once: true });
    try {
      return toRows(await build(this.#knex).connection(connection));
    } finally {
      signal.removeEventListener("abort", drop);
      if (signal.aborted) connection.destroy();
      await this.#knex.client.releaseConnection(connection);
    }
  }

  /** A connection that arrives after the caller has gone returns to the pool. */
  async #acquire(signal: AbortSignal): Promise<Connection> {
    signal.throwIfAborted();
    const acquired: Promise<Connection> = this.#knex.client.acquireConnection();
    const aborted = Promise.withResolvers<never>();
    const giveUp = (): void => aborted.reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      return await Promise.race([acquired, aborted.promise]);
    } catch (error) {
      if (signal.aborted) acquired.then((late) => this.#knex.client.releaseConnection(late)).catch(ignore);
      throw error;
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
  }
}

/**
 * Read-only whatever the user may do; and a known sql_mode, because the driver escapes values with backslashes, which
 * NO_BACKSLASH_ESCAPES would turn into a hole. MariaDB reads the first comment, MySQL from 5.7.8 the second: a query that we
 * have given up on does not go on burning the library's server.
 */
function prepareSession(connection: Connection, budgetMs: number, done: (error: Error | null) => void): void {
  const limits =
    `/*M!100101 , SESSION max_statement_time = ${budgetMs / 1000}*/` +
    `/*!50708 , SESSION max_execution_time = ${budgetMs}*/`;
  // A connection that fails here never enters the pool, so nobody else would close it.
  const fail = (error: Error): void => {
    connection.stream.destroy();
    done(error);
  };
  connection.query({ sql: `SET SESSION sql_mode = ''${limits}`, timeout: budgetMs }, (error) => {
    if (error) return fail(error);
    connection.query({ sql: "SET SESSION TRANSACTION READ ONLY", timeout: budgetMs }, (refused) =>
      refused ? fail(refused) : done(null),
    );
  });
}

/** knex hands back the rows of a built query, and `[rows, columns]` of a raw one. */
function toRows(answer: unknown): readonly Row[] {
  const rows: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
  return Array.isArray(rows) ? rows : [];
}

function unanswered(budgetMs: number): TitianError {
  return new TitianError("INLISLITE_UNREACHABLE", { details: { budgetMs } });
}

function ignore(): void {}
