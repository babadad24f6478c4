import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeBack } from "../../../src/bridge/exchange/take-back.ts";
import { compared } from "../../../src/bridge/exchange/verify.ts";
import type { CaseId, DeviceId } from "../../../src/kernel/types.ts";
import type { NewEvent } from "../../../src/store/event-catalog.ts";
import { restoreStore } from "../../../src/store/restore.ts";
import { rebuildStore } from "../../../src/store/store.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { openLibrary } from "../../store/library.ts";
import { dumpOf } from "../../store/projection-dump.ts";
import {
  newCaseId,
  opened,
  openTestStore,
  type TestStore,
  temporaryFolder,
  wantedJob,
} from "../../store/test-store.ts";
import { codeOf, log, never, SharedLibrary } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

function openCase({ store, clock }: TestStore): CaseId {
  const id = newCaseId(clock);
  store.events.append(opened(id));
  return id;
}

const happened = ({ store }: TestStore, id: CaseId, type: NewEvent["type"], data: object = {}): void =>
  void store.events.append({ stream: `case/${id}`, type, data } as NewEvent);

/** What a PC notes for itself, and sends to nobody. */
const noted = ({ store }: TestStore): void =>
  void store.events.append({ stream: "desk/desk-1", type: "desk.started", data: { version: "0.1.0" } });

const backupOf = async ({ store }: TestStore): Promise<string> =>
  (await store.backup(temporaryFolder(), "0.1.0", never)).folder;

/** `titian restore` at desk-1, and its next start. */
async function restored({ store, folder, clock }: TestStore, backup: string): Promise<TestStore> {
  store.close();
  await restoreStore({ folder, backup, desk: "desk-1", at: clock.now() }, never);
  return openTestStore(folder, clock);
}

/** As the daemon does it at each connection. */
async function exchanged(library: SharedLibrary, desk: TestStore, id = "desk-1") {
  const shared = await library.open();
  const back = await takeBack(shared, { store: desk.store, desk: id, log, rest: async () => undefined });
  const pushed = await library.push(desk, id);
  const { events: pulled, damaged } = await library.pull(desk, id);
  return { back, pushed, pulled, damaged };
}

const openCases = ({ store }: TestStore): readonly string[] =>
  store.cases
    .open()
    .map((one) => one.case)
    .toSorted();

describe("a desk that was restored from a backup", () => {
  it("takes back what it had sent since, goes on behind it, and loses and doubles nothing anywhere", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
    noted(one);
    for (let count = 0; count < 5; count++) openCase(one);
    noted(one);
    await exchanged(library, one);
    const backup = await backupOf(one);
    const before = one.store.events.lastSeq;
    for (let count = 0; count < 3; count++) {
      noted(one);
      openCase(one);
    }
    await exchanged(library, one);
    openCase(one);
    const lost = one.store.events.lastSeq;
    await one.clock.advance(60_000);

    const again = await restored(one, backup);
    expect(again.store.events.lastSeq).toBeGreaterThan(lost);
    const mine = openCase(again);
    expect(openCases(again)).toHaveLength(6);
    expect(await exchanged(library, again)).toEqual({ back: 3, pushed: 1, pulled: 0, damaged: [] });
    expect(await exchanged(library, two, "desk-2")).toMatchObject({ pulled: 9, damaged: [] });
    expect(openCases(again)).toHaveLength(9);
    expect(openCases(two)).toEqual(openCases(again));
    expect(openCases(two)).toContain(mine);
    expect(await compared(await library.open(), again.store, "desk-1")).toEqual({
      ...{ same: 9, waiting: 0, differsAt: undefined },
    });
    const seqs = Array.from(again.store.events.readAll(), ({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
    expect(seqs.filter((seq) => seq <= before)).toHaveLength(before);
    expect(await exchanged(library, again)).toEqual({ back: 0, pushed: 0, pulled: 0, damaged: [] });
    // And so its next backup is whole.
    expect(await backupOf(again)).toBeDefined();
  });

  it("puts what comes back before what it has done since, live and rebuilt", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
    const id = openCase(one);
    const other = openCase(one);
    await exchanged(library, one);
    const backup = await backupOf(one);
    happened(one, id, "case.cancelled", { reason: "gone" });
    happened(one, other, "case.paused", { reason: "other" });
    await exchanged(library, one);
    await one.clock.advance(60_000);

    const again = await restored(one, backup);
    happened(again, id, "case.cardCut");
    happened(again, other, "case.resumed");
    expect(again.store.cases.get(id)?.status).toBe("open");
    await exchanged(library, again);
    await exchanged(library, two, "desk-2");
    for (const { store } of [again, two]) {
      expect(store.cases.get(id)?.status).toBe("cancelled");
      expect(store.cases.get(other)?.status).toBe("open");
      expect(store.cases.events(other).map(({ type }) => type)).toEqual([
        "case.opened",
        "case.paused",
        "case.resumed",
      ]);
    }
    again.store.close();
    const live = dumpOf(again.folder);
    rebuildStore(again.folder);
    expect(dumpOf(again.folder)).toEqual(live);
  });

  it("does so once more after another restore, from a backup of before the first", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
    openCase(one);
    const backup = await backupOf(one);
    openCase(one);
    await exchanged(library, one);
    await one.clock.advance(60_000);
    const second = await restored(one, backup);
    openCase(second);
    expect(await exchanged(library, second)).toMatchObject({ back: 1, pushed: 1 });
    await second.clock.advance(60_000);
    const third = await restored(second, backup);
    openCase(third);
    expect(await exchanged(library, third)).toMatchObject({ back: 2, pushed: 1 });
    await exchanged(library, two, "desk-2");
    expect(openCases(third)).toHaveLength(4);
    expect(openCases(two)).toEqual(openCases(third));
  });

  it("works on by itself while nobody can be reached, and is in step once they can", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
    openCase(one);
    await exchanged(library, one);
    const backup = await backupOf(one);
    for (let count = 0; count < 250; count++) openCase(one);
    await exchanged(library, one);
    await one.clock.advance(60_000);
    let again = await restored(one, backup);
    openCase(again);
    again.store.close();
    again = openTestStore(again.folder, again.clock);
    openCase(again);
    openCase(two);
    await exchanged(library, two, "desk-2");
    expect(await exchanged(library, again)).toEqual({ back: 250, pushed: 2, pulled: 1, damaged: [] });
    await exchanged(library, two, "desk-2");
    expect(openCases(two)).toEqual(openCases(again));
    expect(openCases(two)).toHaveLength(254);
  });

  it("is still told from a second PC with the same id", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = openLibrary(["desk-1"]) as [TestStore];
    openCase(one);
    const backup = await backupOf(one);
    await one.clock.advance(60_000);
    // The PC that was thought to be lost is switched on again.
    const spare = openTestStore(temporaryFolder(), one.clock);
    const copy = await restored(spare, backup);
    openCase(copy);
    expect(await exchanged(library, copy)).toMatchObject({ pushed: 2 });
    openCase(one);
    expect(await codeOf(exchanged(library, one))).toBe("EXCHANGE_DESK_TWICE");
    expect(await exchanged(library, copy)).toMatchObject({ back: 0, pushed: 0 });
  });

  it("prints nothing by itself that may have been printed since", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = openLibrary(["desk-1"]) as [TestStore];
    const printer = (name: string) => `desk-1-${name}` as DeviceId;
    one.store.jobs.accept(wantedJob({ printer: printer("cards") }));
    const backup = await backupOf(one);
    one.store.jobs.accept(wantedJob({ printer: printer("more-cards") }));
    await exchanged(library, one);
    await one.clock.advance(60_000);
    const again = await restored(one, backup);
    expect(again.store.queuePauses.of(printer("cards"))).toMatchObject({ holds: "all" });
    expect(again.store.queuePauses.of(printer("more-cards"))).toBeUndefined();
    await exchanged(library, again);
    expect(again.store.queuePauses.of(printer("more-cards"))).toMatchObject({ holds: "all" });
  });
});
