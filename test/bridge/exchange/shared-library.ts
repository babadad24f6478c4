import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { Pull, type Pulled } from "../../../src/bridge/exchange/pull.ts";
import { Push } from "../../../src/bridge/exchange/push.ts";
import { SharedConnection } from "../../../src/bridge/exchange/shared-connection.ts";
import { SharedDatabase } from "../../../src/bridge/exchange/shared-database.ts";
import { preparation } from "../../../src/bridge/exchange/shared-schema.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { type ErrorCode, TitianError } from "../../../src/kernel/errors.ts";
import type { MariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { openLibrary } from "../../store/library.ts";
import { newCaseId, opened, type TestStore } from "../../store/test-store.ts";

export const never = new AbortController().signal;
export const log = new SilentLog();

/** A shared database of its own for one test, made with nothing but what `titian exchange sql` prints. */
export class SharedLibrary {
  readonly database = `titian_${randomBytes(4).toString("hex")}`;
  readonly user = `desks_${randomBytes(4).toString("hex")}`;
  readonly #server: MariaDb;

  constructor(server: MariaDb) {
    this.#server = server;
  }

  static async prepared(server: MariaDb): Promise<SharedLibrary> {
    const library = new SharedLibrary(server);
    const { database, user } = library;
    for (const statement of preparation({ database, user, host: server.host })) await server.run(statement);
    return library;
  }

  get options() {
    const { host, port } = this.#server;
    const { database, user } = this;
    return { host, port, database, user, password: "a-password-of-your-own", budgetMs: 5_000 };
  }

  /** As the administrator, on the tables themselves. */
  run(sql: string): Promise<unknown> {
    return this.#server.run(sql, { database: this.database });
  }

  async open(): Promise<SharedDatabase> {
    const connection = await SharedConnection.open(this.options, new SystemClock(), never);
    onTestFinished(() => connection[Symbol.asyncDispose]());
    return new SharedDatabase(connection, never);
  }

  /** Everything that the desk has for the others. */
  async push({ store }: TestStore, desk: string): Promise<number> {
    return new Push(await this.open(), { store, desk, log }).all();
  }

  async pull({ store }: TestStore, desk: string): Promise<Pulled> {
    return new Pull(await this.open(), { store, desk, log, rest: async () => undefined }).all();
  }
}

/** Of the error that it came to; undefined where it went well. */
export const codeOf = (work: Promise<unknown>): Promise<ErrorCode | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => TitianError.from(error).code,
  );

export const twoDesks = () => openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
export const openCases = ({ store, clock }: TestStore, count: number): void =>
  void store.events.append(Array.from({ length: count }, () => opened(newCaseId(clock))));
