import mysql, { type Connection } from "mysql2/promise";
import { type BudgetSignal, type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { isConnectionLost, toTitianError } from "./mysql-errors.ts";
import type { MysqlOptions } from "./pool.ts";
import type { Row } from "./rows.ts";

/** From connecting to the commit's answer. Another desk, or a page of INLISLite, may hold the row for a moment. */
const BUDGET_MS = 8_000;

/** What an error reveals when the server may have done what it was asked and could not say so. */
export const isUnanswered = (thrown: unknown): boolean =>
  thrown instanceof TitianError && thrown.code === "INLISLITE_UNREACHABLE";

/** The only connection that may write: opened for one transaction, never pooled, closed with it. */
export class WriteConnection implements AsyncDisposable {
  readonly #connection: Connection;
  readonly #budget: BudgetSignal;
  #isInTransaction = false;

  private constructor(connection: Connection, budget: BudgetSignal) {
    this.#connection = connection;
    this.#budget = budget;
    // A connection that dies between two statements tells the next one.
    connection.on("error", () => undefined);
    budget.signal.addEventListener("abort", () => this.#drop(), { once: true });
  }

  static async open(options: MysqlOptions, clock: Clock): Promise<WriteConnection> {
    const unanswered = (): TitianError =>
      new TitianError("INLISLITE_UNREACHABLE", { details: { budgetMs: BUDGET_MS } });
    const budget = withBudget(clock, BUDGET_MS, new AbortController().signal, unanswered);
    try {
      const { host, port, database, user, password, budgetMs = BUDGET_MS } = options;
      const connecting = mysql.createConnection({
        ...{ host, port, database, user, password, charset: "utf8mb4", connectTimeout: budgetMs },
        // A day must not travel through a time zone, and an id must not lose digits.
        ...{ dateStrings: true, supportBigNumbers: true, bigNumberStrings: true },
      });
      const connection = await orAborted(connecting, budget.signal).catch((error: unknown) => {
        connecting.then((late) => late.destroy()).catch(() => undefined);
        throw error;
      });
      const opened = new WriteConnection(connection, budget);
      // Strict, so that a name that does not fit is an error and not half a name; and known, because the driver escapes with
      // backslashes.
      await opened.change(
        `SET SESSION sql_mode = 'STRICT_ALL_TABLES', SESSION innodb_lock_wait_timeout = ${Math.ceil(BUDGET_MS / 2_000)}`,
      );
      return opened;
    } catch (error) {
      budget[Symbol.dispose]();
      throw toTitianError(error);
    }
  }

  async rows(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    const answer = await this.#ask(sql, values);
    return Array.isArray(answer) ? (answer as Row[]) : [];
  }

  /** How many rows matched, whether or not they already were as wanted. */
  async change(sql: string, values: readonly Value[] = []): Promise<number> {
    const answer = await this.#ask(sql, values);
    return (answer as { readonly affectedRows?: number }).affectedRows ?? 0;
  }

  async begin(): Promise<void> {
    await this.change("START TRANSACTION");
    this.#isInTransaction = true;
  }

  /** Rejects with `INLISLITE_UNREACHABLE` when nobody knows whether it happened. */
  async commit(): Promise<void> {
    this.#isInTransaction = false;
    await this.change("COMMIT");
  }

  /** What was not committed is as if it had not been; a server that is gone sees to that by itself. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isInTransaction) await this.change("ROLLBACK").catch(() => undefined);
    this.#budget[Symbol.dispose]();
    this.#drop();
  }

  async #ask(sql: string, values: readonly Value[]): Promise<unknown> {
    const { signal } = this.#budget;
    signal.throwIfAborted();
    try {
      const [answer] = await orAborted(this.#connection.query(sql, [...values]), signal);
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw isConnectionLost(error) ? lost() : toTitianError(error);
    }
  }

  #drop(): void {
    this.#connection.destroy();
  }
}

/** The driver leaves a question open for ever when its connection is destroyed. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = Promise.withResolvers<never>();
  const giveUp = (): void => over.reject(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

type Value = string | number | null;

const lost = (): TitianError =>
  new TitianError("INLISLITE_UNREACHABLE", { details: { reason: "CONNECTION_LOST" } });
