import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import type { Places } from "../../../service-install/versions/places.ts";
import { programFor, versionIn } from "../../../service-install/versions/start.ts";
import { EventHub } from "../../../src/bridge/broadcast.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { DeskWork } from "../../../src/bridge/updates/desk-work.ts";
import { ToldFile } from "../../../src/bridge/updates/orders.ts";
import { settleSwitch } from "../../../src/bridge/updates/settle.ts";
import { folderSource, stagedSource } from "../../../src/bridge/updates/source.ts";
import { Trial } from "../../../src/bridge/updates/trial.ts";
import { updateDuty } from "../../../src/bridge/updates/update-duty.ts";
import { updateView } from "../../../src/bridge/updates/update-view.ts";
import { Updates, type UpdatesDependencies } from "../../../src/bridge/updates/updates.ts";
import type { NewEvent } from "../../../src/store/event-catalog.ts";
import { openStore, type Store } from "../../../src/store/store.ts";
import { SilentLog } from "../../harness/silent-log.ts";

/** A version that migrates the store at its first start and is never well. */
export const NEVER_WELL = "0.3.0";
const DESK = "desk-1";
/** Of a PC that takes a minute to come back: no two starts of it are within one second. */
class LaterClock extends SystemClock {
  override now(): Date {
    return new Date(super.now().getTime() + 60_000);
  }
}
const isProgram = process.argv[1] === import.meta.filename;
const clock = isProgram ? new SystemClock() : new LaterClock();
const log = new SilentLog();
const limit = (): AbortSignal => AbortSignal.timeout(30_000);

export const placesIn = (folder: string): Places => ({
  base: path.join(folder, "package"),
  versions: path.join(folder, "versions"),
  keys: [path.join(folder, "package/update-keys")],
});

export const storeIn = (folder: string): string => path.join(folder, "store");

/** What is told of it at `titian update status`, and what it would start anew for. */
export interface Started {
  readonly running: string;
  readonly view: ReturnType<typeof updateView>;
}

/**
 * One start of the service: the launcher's choice, what comes before the store is opened, the store, the trial's own test over HTTP,
 * and the update that somebody wants, to the moment in which the daemon makes room. Undefined for a start that came to nothing.
 */
export async function startService(folder: string, wants: boolean): Promise<Started | undefined> {
  const places = placesIn(folder);
  const { version: running } = await programFor(["run"], places, {
    ...{ env: {}, say: () => undefined, at: clock.now().toISOString() },
  });
  const settled = await settleSwitch(
    { versions: places.versions, running, store: storeIn(folder), desk: DESK, at: clock.now(), log },
    limit(),
  );
  if (settled === "forward") return undefined;
  if (running === NEVER_WELL) {
    migrate(storeIn(folder));
    return undefined;
  }
  using store = openStore({ folder: storeIn(folder), desk: DESK, clock, log });
  await using health = await healthOf(running);
  const { updates, begin } = partsOf(folder, store, running, settled, health.port);
  await begin();
  if (wants && !updates.isWanted && updates.pointer.current === versionIn(places.base)) {
    await updates.check(limit());
    if (updates.state.offer) await updates.want(limit());
  }
  await updates.advance(limit());
  return { running, view: updateView({ running, updates }) };
}

function partsOf(
  folder: string,
  store: Store,
  running: string,
  leftBehind: Exclude<Awaited<ReturnType<typeof settleSwitch>>, "forward">,
  port: number,
) {
  const places = placesIn(folder);
  const launched = { places, leftBehind, restart: () => undefined };
  const remember: UpdatesDependencies["remember"] = (type, data) =>
    void store.events.append({ stream: `update/${DESK}`, type, data } as NewEvent);
  const updates = new Updates({
    ...{ launched, running, storeSchema: 1, remember, clock, log },
    sources: [stagedSource(places.versions), folderSource(path.join(folder, "released"))],
    ...{ busyWith: () => undefined, workedSince: () => 0 },
    backup: (signal) => store.backup(path.join(places.versions, "backups"), running, signal),
  });
  const view = () => updateView({ running, updates });
  const [settling] = updateDuty({
    ...{ updates, launched, remember, view, running, clock, log, hub: new EventHub(), port: () => port },
    work: { [Symbol.dispose]: () => undefined } as DeskWork,
    told: new ToldFile(places.versions, view, log),
    trial: new Trial(places.versions, running),
    settings: { install: "asked", checkEveryHours: 6 },
  });
  return { updates, begin: async () => settling?.start(limit()) };
}

/** The daemon's own answers, as far as a trial asks for them. */
async function healthOf(titian: string): Promise<{ readonly port: number } & AsyncDisposable> {
  const server = createServer((request, response) =>
    response.end(request.url === "/health" ? JSON.stringify({ titian }) : "<!doctype html>"),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function migrate(store: string): void {
  using sql = new DatabaseSync(path.join(store, "titian.sqlite"));
  sql.exec("CREATE TABLE IF NOT EXISTS of_tomorrow (x); PRAGMA user_version = 999");
}

if (isProgram) {
  const [, , folder = "", wants] = process.argv;
  await startService(folder, wants === "wants");
}
