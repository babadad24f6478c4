import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DeskClock } from "../e2e/desk-clock.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const HOUR_MS = 3_600_000;
const PRINT_MS = 1_500;
const unreachable = expect.objectContaining({ code: "INLISLITE_UNREACHABLE", remedy: "retry-later" });

/**
 * test/e2e/daemon/mariadb.test.ts has the steps, the budgets and the return; here is what takes hours, or a moment. Without
 * the local copy of members: what it changes is below.
 */
describe("a desk without a copy whose INLISLite has gone away", () => {
  let server: MariaDb;
  let clock: DeskClock;
  let desk: TestBridge;
  let clerk: Clerk;
  let folder: string;

  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    const { password, ...inlislite } = await server.createInlislite("3.3");
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-outage-"));
    const passwordFile = path.join(folder, "password");
    writeFileSync(passwordFile, password);
    clock = new DeskClock();
    desk = await startBridge({
      folder,
      clock,
      config: (demo) => ({
        ...demo,
        inlislite: { mode: "mysql", ...inlislite, passwordFile, budgetMs: 2_000 },
        sync: { ...demo.sync, mirror: false },
        devices: demo.devices.map((one) =>
          one.id === PRINTER ? { ...one, options: { printMs: PRINT_MS } } : one,
        ),
      }),
    });
    await desk.bridge.supervisor.firstAttempts();
    clerk = new Clerk(desk);
    return async () => {
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
      await server.kill();
      await server.restart();
    };
  });

  it("shows the name for one shift with its age, then no name, and can still hand the card over", async () => {
    const { memberNo } = await clerk.someMember();
    let view = await clerk.printed(await clerk.upToPrint(memberNo));
    await server.kill();
    clock.skip(7 * HOUR_MS);
    view = await clerk.client.call("case.get", { case: view.case });
    expect(view.member?.memberNo).toBe(memberNo);
    expect(view.memberAgeMs).toBeGreaterThanOrEqual(7 * HOUR_MS);

    clock.skip(2 * HOUR_MS);
    view = await clerk.client.call("case.get", { case: view.case });
    expect(view).toMatchObject({ member: null, memberAgeMs: null, status: "open" });
    // The fresh card proves itself by its key; nobody has to be asked.
    expect((await clerk.scan(await clerk.cardInTray())).effect).toBe("confirmed");
    view = await clerk.until(view.case, ({ work }) => work === "cut");
    while (view.work !== "handover") view = await clerk.done(view);
    await expect(clerk.client.call("handover.facts", { case: view.case })).rejects.toEqual(unreachable);
    expect((await clerk.handOver(view)).status).toBe("handed-over");
  });

  it("opens the case of a scanned member it serves, and says of anybody else that it cannot ask", async () => {
    const { memberNo } = await clerk.someMember(0);
    const stranger = (await clerk.someMember(1)).memberNo;
    const view = await clerk.open(memberNo);
    await server.kill();
    expect(await clerk.scan(memberNo)).toMatchObject({ effect: "case-opened", case: view.case });
    await expect(clerk.scan(stranger)).rejects.toEqual(unreachable);
    await expect(clerk.client.call("member.find", { memberNo: stranger })).rejects.toEqual(unreachable);
    await expect(clerk.client.call("member.search", { text: "an", limit: 5 })).rejects.toEqual(unreachable);
    await expect(clerk.client.call("card.preview", { case: view.case })).rejects.toEqual(unreachable);
  });

  it("fails a card that waited for the printer with no ink used, and prints it when INLISLite is back", async () => {
    const first = await clerk.upToPrint((await clerk.someMember(0)).memberNo);
    const second = await clerk.upToPrint((await clerk.someMember(1)).memberNo);
    const underTheHead = await clerk.print(first);
    const waiting = await clerk.print(second);
    await clerk.untilJob(first.case, underTheHead.job.job, "spooled");
    await server.kill();
    await clerk.untilJob(first.case, underTheHead.job.job, "reported");
    const after = await clerk.untilJob(second.case, waiting.job.job, "failed");
    expect(after.jobs[0]).toMatchObject({ failure: "INLISLITE_UNREACHABLE", mayHaveInk: false });
    expect(after.work).toBe("print");

    await server.restart();
    const { job } = await clerk.print(second);
    await clerk.untilJob(second.case, job.job, "reported");
    expect(clerk.cardsInTray).toBe(2);
  });
});
