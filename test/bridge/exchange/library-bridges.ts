import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EventName, EventPayload } from "../../../src/bridge/protocol/events.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";
import { SharedLibrary } from "./shared-library.ts";

/** A server that is back is found within a minute at worst, and a busy machine takes its time. */
export const WITHIN_MS = 40_000;

/** Desks of one library in this process, each with its own store and socket, on a real server of their own. */
export class LibraryBridges implements AsyncDisposable {
  readonly desks: TestBridge[] = [];
  readonly #server: MariaDb;
  readonly #library: SharedLibrary;

  private constructor(server: MariaDb, library: SharedLibrary) {
    this.#server = server;
    this.#library = library;
  }

  static async start(count: number): Promise<LibraryBridges> {
    const server = await startMariaDb();
    const library = new LibraryBridges(server, await SharedLibrary.prepared(server));
    const first = await library.join();
    for (let others = 1; others < count; others++) {
      const isKnown = heard(first, "desks.changed", ({ otherDesks }) => otherDesks.length === others);
      await library.join();
      await isKnown;
    }
    return library;
  }

  /** One more desk, with the library's key and its devices open. */
  async join(): Promise<TestBridge> {
    const number = this.desks.length + 1;
    const folder = mkdtempSync(path.join(os.tmpdir(), "titian-desk-"));
    const [first] = this.desks;
    const key = first && readFileSync(path.join(first.folder, "site-key"));
    if (key) writeFileSync(path.join(folder, "site-key"), key, { mode: 0o600 });
    const { password, ...place } = this.#library.options;
    const passwordFile = path.join(folder, "exchange-password");
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    const desk = await startBridge({
      folder,
      config: (demo) => ({
        ...demo,
        desk: {
          ...{ ...demo.desk, id: `desk-${number}`, title: `Loket ${number}`, others: [] },
          letter: "ABC".charAt(number - 1),
        },
        exchange: { ...demo.exchange, ...place, passwordFile, everyMs: 500, budgetMs: 1_000 },
      }),
    });
    this.desks.push(desk);
    await desk.client.call("events.resume", { cursor: null });
    await desk.bridge.supervisor.firstAttempts();
    return desk;
  }

  /** What is done meanwhile no desk hears of another; it returns once the server has been let go. */
  async apart<T>(work: () => Promise<T>): Promise<T> {
    this.#server.pause();
    try {
      return await work();
    } finally {
      this.#server.resume();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const desk of this.desks) await desk[Symbol.asyncDispose]();
    await this.#server.stop();
  }
}

/** The first of that news which is as wanted, from when it is asked for on. */
export function heard<E extends EventName>(
  { client }: TestBridge,
  event: E,
  isWanted: (news: EventPayload<E>) => boolean,
): Promise<EventPayload<E>> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      listening[Symbol.dispose]();
      reject(new Error(`${event} was not told as wanted`));
    }, WITHIN_MS);
    const listening = client.on(event, (news) => {
      if (!isWanted(news)) return;
      clearTimeout(late);
      listening[Symbol.dispose]();
      resolve(news);
    });
  });
}
