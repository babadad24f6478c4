import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Config } from "../../src/bridge/config/schema.ts";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { withoutAssets } from "../../src/cards/design.ts";
import { writeDesign } from "../../src/cards/design-file.ts";
import { lengkungNoPhoto } from "../../src/cards/templates/lengkung-no-photo.ts";
import type { CaseId, JobId } from "../../src/kernel/types.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { wantedJob } from "../store/test-store.ts";

const quick = (demo: Config): Config => ({
  ...demo,
  devices: demo.devices.map((one) => (one.id === PRINTER ? { ...one, options: { printMs: 100 } } : one)),
});

/** What a daemon wrote before it was killed, and not what it would have written next. */
describe("a daemon that starts on what another left half done", () => {
  let folder: string;
  let desk: TestBridge;
  let clerk: Clerk;

  const start = async (): Promise<void> => {
    desk = await startBridge({ folder, config: quick });
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  };
  const restartAfter = async (left: (store: Store) => void): Promise<void> => {
    await desk.stop();
    const store = openStore({ folder, desk: "desk-1", clock: new SystemClock(), log: new SilentLog() });
    left(store);
    store.close();
    await start();
  };
  const printedCase = async (): Promise<CaseView> =>
    clerk.printed(await clerk.upToPrint((await clerk.someMember()).memberNo));
  const jobOf = (view: CaseView): JobId => view.jobs[0]?.job as JobId;
  const read = (view: CaseView) => clerk.client.call("case.get", { case: view.case });

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-restart-"));
    await start();
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes a case on whose card was proved and whose step was not yet ended", async () => {
    const view = await printedCase();
    await restartAfter((store) => store.jobs.advance(jobOf(view), { to: "confirmed", by: "scan" }));
    expect(await read(view)).toMatchObject({ work: "cut", jobs: [{ state: "confirmed" }] });
  });

  it("sends a case back to the printer whose card was called spoiled", async () => {
    let view = await printedCase();
    await clerk.scan(view.member?.memberNo ?? "");
    view = await clerk.until(view.case, ({ work }) => work === "cut");
    await restartAfter((store) => store.jobs.advance(jobOf(view), { to: "spoiled", reason: "spoiled" }));
    const after = await read(view);
    expect(after).toMatchObject({ work: "print", openedAt: view.openedAt });
    const again = await clerk.print(after, { reprintReason: "spoiled" });
    expect(again.job.reprintOf).toBe(jobOf(view));
  });

  it("writes neither of them twice, however often it starts", async () => {
    const view = await printedCase();
    await clerk.scan(view.member?.memberNo ?? "");
    await clerk.until(view.case, ({ work }) => work === "cut");
    const eventsOf = (): number => desk.bridge.store.cases.events(view.case as CaseId).length;
    const before = eventsOf();
    await restartAfter(() => undefined);
    await clerk.client.call("job.confirm", { job: jobOf(view) });
    expect(eventsOf()).toBe(before);
  });

  it("prints a card of before an update from the design that it was accepted with; one that nobody kept uses no ink", async () => {
    const older = { ...lengkungNoPhoto, version: lengkungNoPhoto.version - 1 };
    const views = [
      await clerk.upToPrint((await clerk.someMember(0)).memberNo),
      await clerk.upToPrint((await clerk.someMember(1)).memberNo),
    ] as const;
    const jobs: JobId[] = [];
    await restartAfter((store) => {
      const sha256 = store.designFiles.put(writeDesign(withoutAssets(older)));
      store.designs.kept({ name: older.name, version: older.version, sha256 });
      for (const [index, view] of views.entries()) {
        const wanted = wantedJob({
          ...{
            case: view.case as CaseId,
            memberKey: store.cases.get(view.case as CaseId)?.memberKey as never,
          },
          ...{ printer: PRINTER as never, template: older.name, templateVersion: older.version + 7 * index },
        });
        jobs.push(store.jobs.accept(wanted).job.job);
      }
    });
    await clerk.untilJob(views[0].case, jobs[0]!, "reported");
    const lost = await clerk.untilJob(views[1].case, jobs[1]!, "failed");
    expect(lost.jobs.at(-1)).toMatchObject({ failure: "CARD_TEMPLATE_UNKNOWN", mayHaveInk: false });
    expect(desk.tray.count).toBe(1);
  });

  it("never forgets a job that was accepted before the case heard of it", async () => {
    const view = await clerk.upToPrint((await clerk.someMember()).memberNo);
    const { memberKey } = desk.bridge.store.cases.get(view.case as CaseId) ?? {};
    const requestKey = crypto.randomUUID();
    await restartAfter((store) =>
      store.jobs.accept(
        wantedJob({
          ...{ requestKey, case: view.case as CaseId, memberKey: memberKey as never },
          ...{ printer: "desk-1-card-printer" as never, template: "lengkung" },
        }),
      ),
    );
    const { job, isNew } = await clerk.print(view, { requestKey });
    expect(isNew).toBe(false);
    const after = await clerk.untilJob(view.case, job.job, "reported");
    expect(after.work).toBe("print");
    expect(desk.tray.count).toBe(1);
  });
});
