import mysql, { type Connection } from "mysql2/promise";
import { orAborted } from "../../inlislite/mysql/write-connection.ts";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { exchangeError, isCollision, isDuplicate } from "./exchange-error.ts";

export interface SharedOptions {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly budgetMs: number;
}

export type Row = Readonly<Record<string, unknown>>;

/** A statement that collides with another desk's is tried so often. */
const TRIES = 4;
const TRY_AGAIN_MS = 50;

/** Strict, so that what does not fit is an error; and known, because the driver escapes with backslashes. */
const SESSION = "SET SESSION sql_mode = 'STRICT_ALL_TABLES', SESSION innodb_lock_wait_timeout = 2";

/** One connection of one desk. Every statement is a transaction of its own, has a budget, and is answered or the line is cut. */
export class SharedConnection implements AsyncDisposable {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #budgetMs: number;

  private constructor(connection: Connection, clock: Clock, budgetMs: number) {
    this.#connection = connection;
    this.#clock = clock;
    this.#budgetMs = budgetMs;
    // A line that breaks between two statements tells the next one.
    connection.on("error", () => undefined);
  }

  /** Rejects with `EXCHANGE_UNREACHABLE` or `EXCHANGE_REFUSED`. */
  static async open(options: SharedOptions, clock: Clock, signal: AbortSignal): Promise<SharedConnection> {
    const { budgetMs, ...place } = options;
    using budget = withBudget(clock, budgetMs, signal, () => unanswered(budgetMs));
    const connecting = mysql.createConnection({
      ...{ ...place, charset: "utf8mb4", connectTimeout: budgetMs },
      supportBigNumbers: true,
    });
    try {
      const connection = await orAborted(connecting, budget.signal).catch((error: unknown) => {
        connecting.then((late) => late.destroy()).catch(() => undefined);
        throw error;
      });
      const opened = new SharedConnection(connection, clock, budgetMs);
      await opened.rows(SESSION, [], signal);
      return opened;
    } catch (error) {
      budget.signal.throwIfAborted();
      throw exchangeError(error);
    }
  }

  async rows(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<readonly Row[]> {
    const answer = await this.#ask(sql, values, signal);
    return Array.isArray(answer) ? (answer as Row[]) : [];
  }

  /** All rows of the statement or none. False: one of them is there already. */
  async insert(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#ask(sql, values, signal);
        return true;
      } catch (thrown) {
        const error = TitianError.from(thrown);
        if (isDuplicate(error)) return false;
        if (!isCollision(error) || tries === TRIES) throw error;
        await this.#clock.sleep(TRY_AGAIN_MS * tries, signal);
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#connection.destroy();
  }

  async #ask(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<unknown> {
    using budget = withBudget(this.#clock, this.#budgetMs, signal, () => unanswered(this.#budgetMs));
    try {
      const [answer] = await orAborted(this.#connection.query(sql, [...values]), budget.signal);
      return answer;
    } catch (error) {
      // Whether an unanswered statement was done, the next connection finds out.
      if (budget.signal.aborted) this.#connection.destroy();
      budget.signal.throwIfAborted();
      throw exchangeError(error);
    }
  }
}

const unanswered = (budgetMs: number): TitianError =>
  new TitianError("EXCHANGE_UNREACHABLE", { details: { budgetMs } });
