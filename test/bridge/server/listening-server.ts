import { randomUUID } from "node:crypto";
import { EventHub } from "../../../src/bridge/broadcast.ts";
import type { Handlers } from "../../../src/bridge/dispatch.ts";
import { COMMAND_NAMES } from "../../../src/bridge/protocol/commands.ts";
import { type Grant, Pairing, type PairingStore } from "../../../src/bridge/server/pairing.ts";
import { createServer, type Server, type ServerOptions } from "../../../src/bridge/server/server.ts";
import { wireHandlers } from "../../../src/bridge/server/wire-handlers.ts";
import type { Clock } from "../../../src/kernel/clock.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { RawPage, type RawPageOptions } from "./raw-page.ts";

/** Every command refuses, except those of the wire and those a test gives. */
export function handlersWith(some: Partial<Handlers>, wire: Partial<Handlers> = {}): Handlers {
  const refuse = () => Promise.reject(new TitianError("DEVICE_NOT_FOUND"));
  return { ...Object.fromEntries(COMMAND_NAMES.map((name) => [name, refuse])), ...wire, ...some } as Handlers;
}

export class GrantsInMemory implements PairingStore {
  #grants: readonly Grant[] = [];

  all(): readonly Grant[] {
    return this.#grants;
  }
  of(origin: string): readonly Grant[] {
    return this.#grants.filter((grant) => grant.origin === origin);
  }
  grant(origin: string, tokenHash: string): void {
    const grantedAt = new Date("2026-02-06T01:00:00.000Z");
    this.#grants = [...this.#grants, { origin, tokenHash, grantedAt }];
  }
  revoke(origin: string): void {
    this.#grants = this.#grants.filter((grant) => grant.origin !== origin);
  }
}

export interface Listening extends AsyncDisposable {
  readonly server: Server;
  readonly hub: EventHub;
  readonly pairing: Pairing;
  readonly grants: GrantsInMemory;
  readonly clock: ManualClock;
  readonly log: SilentLog;
  /** A websocket with headers of the test's choice; the console's by default. */
  page(options?: RawPageOptions): Promise<RawPage>;
  /** A console session that is already open. */
  console(): Promise<RawPage>;
}

interface ListeningOptions extends Partial<Omit<ServerOptions, "handlers" | "clock">> {
  readonly handlers?: Partial<Handlers>;
}

/** The real server on a free port, with real sockets; only its time and its handlers are the test's. */
export async function listen({ handlers = {}, ...options }: ListeningOptions = {}): Promise<Listening> {
  const clock = new ManualClock();
  const log = new SilentLog();
  const hub = new EventHub(randomUUID());
  const grants = new GrantsInMemory();
  const pairing = new Pairing({ store: grants, hub, clock: clock as Clock });
  const server = createServer({
    ...{ port: 0, version: "0.0.0-test", hub, pairing, clock, log, checksResults: true },
    handlers: handlersWith(handlers, wireHandlers(hub, pairing)),
    textOf: (code, language) => `${code} in ${language}`,
    ...options,
  });
  await server.start(new AbortController().signal);
  const pages: RawPage[] = [];
  const page = async (settings: RawPageOptions = {}): Promise<RawPage> => {
    const opened = await RawPage.open(server.port, settings);
    pages.push(opened);
    return opened;
  };
  return {
    ...{ server, hub, pairing, grants, clock, log, page },
    async console() {
      const opened = await page();
      await opened.start(server.consoleToken);
      return opened;
    },
    async [Symbol.asyncDispose]() {
      for (const opened of pages) opened.terminate();
      await server.stop();
    },
  };
}
