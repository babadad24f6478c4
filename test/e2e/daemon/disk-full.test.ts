import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errorText } from "../../../src/bridge/messages/text.ts";
import type { CaseView, DependencyView } from "../../../src/bridge/protocol/shapes.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import { type DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";
import { mayMountDisks, SmallDisk } from "../../harness/small-disk.ts";

const DISK_KB = 12_000;
const PRINT_MS = 1_500;
const SEVERAL_PRINTS_MS = 60_000;
/** More acts than the room that SQLite's log had kept for itself. */
const ACTS = 3_000;

const refusal = expect.objectContaining({ code: "STORE_FULL", remedy: "fix-device" });

/** Needs root; elsewhere test/store/full.test.ts says what can be said with a bounded file. */
describe.skipIf(!mayMountDisks())("a daemon whose disk is full", () => {
  let desk: DeskFolder;
  let disk: SmallDisk;
  let daemon: DaemonProcess;
  let clerk: Clerk;

  beforeEach(async () => {
    desk = new DeskFolder((demo) => ({
      ...demo,
      // The log's usual place is the store's own disk.
      log: { ...demo.log, level: "debug", folder: `${demo.store.folder}/log` },
      devices: demo.devices.map((one) =>
        one.id === PRINTER ? { ...one, options: { printMs: PRINT_MS } } : one,
      ),
    }));
    disk = new SmallDisk(desk.config.store.folder, DISK_KB);
    await start();
  });
  afterEach(async () => {
    await daemon.kill();
    disk[Symbol.dispose]();
    await desk[Symbol.asyncDispose]();
  });

  async function start(): Promise<void> {
    daemon = await desk.start();
    clerk = new Clerk(daemon);
  }

  function storeNews(health: DependencyView["health"]): Promise<DependencyView> {
    const { promise, resolve } = Promise.withResolvers<DependencyView>();
    const news = daemon.client.on("dependency.changed", (dependency) => {
      if (dependency.name !== "store" || dependency.health !== health) return;
      news[Symbol.dispose]();
      resolve(dependency);
    });
    return promise;
  }

  /** Acts until one is refused; the case is then as the last acknowledged act left it. */
  async function actUntilRefused(view: CaseView): Promise<CaseView> {
    let last = view;
    for (let act = 0; act < ACTS; act++) {
      const next =
        last.status === "paused"
          ? clerk.client.call("case.resume", { case: view.case })
          : clerk.client.call("case.pause", { case: view.case, reason: "applicant-away" });
      const acted = await next.catch((error: unknown) => error);
      if (acted instanceof Error) {
        expect(acted).toEqual(refusal);
        return last;
      }
      last = acted as CaseView;
    }
    throw new Error("the disk is not full");
  }

  it("refuses with STORE_FULL, shows the store down, loses nothing, and goes on when there is room", async () => {
    let atPhoto = await clerk.open((await clerk.someMember(0)).memberNo);
    while (atPhoto.work !== "photo") atPhoto = await clerk.done(atPhoto);
    const other = await clerk.open((await clerk.someMember(1)).memberNo);
    const down = storeNews("down");
    disk.fill();
    await expect(clerk.photograph(atPhoto)).rejects.toEqual(refusal);
    expect(await down).toMatchObject({ health: "down", code: "STORE_FULL" });
    const last = await actUntilRefused(other);
    await expect(clerk.open((await clerk.someMember(2)).memberNo)).rejects.toEqual(refusal);

    // What needs no room goes on: looking, searching, and news of devices.
    const health = new Promise((resolve) => void daemon.client.on("device.healthChanged", resolve));
    await clerk.client.call("device.simulate", { device: PRINTER, faults: ["cover-open"] });
    expect(await health).toMatchObject({ device: PRINTER, health: { reasons: ["cover-open"] } });
    await clerk.client.call("device.simulate", { device: PRINTER, faults: [] });
    const { cases, dependencies } = await clerk.client.call("desk.get", {});
    expect(dependencies).toContainEqual(expect.objectContaining({ name: "store", health: "down" }));
    expect(cases.map(({ case: id, status, work }) => ({ id, status, work }))).toEqual([
      { id: atPhoto.case, status: "open", work: "photo" },
      { id: other.case, status: last.status, work: other.work },
    ]);

    const up = storeNews("ok");
    disk.makeRoom();
    expect(await up).toMatchObject({ code: null });
    expect((await clerk.photograph(atPhoto)).photo).not.toBeNull();
    expect((await daemon.terminate()).code).toBe(0);
    await start();
    const { status } = await clerk.client.call("case.get", { case: other.case });
    expect(status).toBe(last.status);
  });

  it("prints the cards that it had accepted, once there is room again", {
    timeout: 2 * SEVERAL_PRINTS_MS,
  }, async () => {
    const first = await clerk.upToPrint((await clerk.someMember(0)).memberNo);
    const second = await clerk.upToPrint((await clerk.someMember(1)).memberNo);
    const other = await clerk.open((await clerk.someMember(2)).memberNo);
    // The disk must be full before the first card is out.
    await clerk.client.call("device.simulate", { device: PRINTER, faults: ["slow"] });
    const underTheHead = await clerk.print(first);
    const waiting = await clerk.print(second);
    await clerk.untilJob(first.case, underTheHead.job.job, "spooled");
    disk.fill();
    await actUntilRefused(other);
    const up = storeNews("ok");
    // Until the printer is through with the first card and the second has had its turn.
    await expect.poll(() => daemon.stdout, { timeout: SEVERAL_PRINTS_MS }).toContain(waiting.job.job);
    await clerk.client.call("device.simulate", { device: PRINTER, faults: [] });
    disk.makeRoom();
    await up;

    const printed = await clerk.untilJob(second.case, waiting.job.job, "reported");
    expect(printed.jobs).toHaveLength(1);
    const lost = await clerk.until(first.case, ({ jobs }) => jobs.every(({ state }) => state !== "spooled"));
    expect(["failed", "vanished"]).toContain(lost.jobs[0]?.state);
    for (const { job } of [underTheHead, waiting])
      expect(desk.book.filter((line) => line.jobName === job.job && line.outcome === "pending")).toHaveLength(
        1,
      );
  });

  it("stops in order, and says why it cannot start", async () => {
    const view = await clerk.open((await clerk.someMember()).memberNo);
    disk.fill();
    await actUntilRefused(view);
    expect((await daemon.terminate()).code).toBe(0);
    const next = desk.run();
    expect((await next.ended).code).toBe(70);
    expect(next.stderr.trim()).toBe(errorText("STORE_FULL", "en"));
    disk.makeRoom();
    await start();
    expect((await clerk.client.call("case.get", { case: view.case })).openedAt).toBe(view.openedAt);
  });
});
