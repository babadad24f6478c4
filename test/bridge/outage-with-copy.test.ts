import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Config } from "../../src/bridge/config/schema.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { Clerk } from "../harness/clerk.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const HOUR_MS = 3_600_000;
const unreachable = expect.objectContaining({ code: "INLISLITE_UNREACHABLE", remedy: "retry-later" });

describe("a desk with a copy of the members, whose INLISLite has gone away", () => {
  let server: MariaDb;
  let clock: DeskClock;
  let desk: TestBridge;
  let clerk: Clerk;
  let folder: string;
  let config: (demo: Config) => Config;

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
    config = (demo) => ({
      ...demo,
      inlislite: { mode: "mysql", ...inlislite, passwordFile, budgetMs: 2_000 },
    });
    desk = await startBridge({ folder, clock, config });
    await desk.bridge.supervisor.firstAttempts();
    clerk = new Clerk(desk);
    await expect.poll(() => phase(), { timeout: 30_000 }).toBe("following");
    return async () => {
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
      await server.kill();
      await server.restart();
    };
  });

  const phase = async (): Promise<string> => (await clerk.client.call("sync.get", {})).phase;
  const search = (text: string) => clerk.client.call("member.search", { text, limit: 5 });

  it("finds members in the copy, says how old it is, and prints for nobody", async () => {
    const known = await clerk.someMember(0);
    const stranger = await clerk.someMember(1);
    const view = await clerk.open(known.memberNo);
    const fresh = await search(stranger.memberNo);
    expect(fresh).toMatchObject({ source: "mirror", members: [{ memberNo: stranger.memberNo }] });
    expect(fresh.ageMs).toBeLessThan(60_000);

    await server.kill();
    clock.skip(9 * HOUR_MS);
    const found = await clerk.client.call("member.find", { memberNo: stranger.memberNo });
    expect(found).toMatchObject({ source: "mirror", members: [{ memberNo: stranger.memberNo }] });
    expect(found.ageMs).toBeGreaterThanOrEqual(9 * HOUR_MS);
    expect((await search(stranger.fullName)).ageMs).toBeGreaterThanOrEqual(9 * HOUR_MS);
    expect(await clerk.scan(stranger.memberNo)).toMatchObject({ effect: "member-found" });

    const shown = await clerk.client.call("case.get", { case: view.case });
    expect(shown.member?.memberNo).toBe(known.memberNo);
    expect(shown.memberAgeMs).toBeGreaterThanOrEqual(9 * HOUR_MS);
    await expect(clerk.client.call("card.preview", { case: view.case })).rejects.toEqual(unreachable);
  });

  it("still knows them after a restart, and nobody any more once they were kept for too long", async () => {
    const { memberNo, fullName } = await clerk.someMember(0);
    await server.kill();
    await desk.stop();
    desk = await startBridge({ folder, clock, config });
    clerk = new Clerk(desk);
    expect(await search(fullName)).toMatchObject({ source: "mirror", members: [{ memberNo }] });

    clock.skip(31 * 24 * HOUR_MS);
    await expect
      .poll(() => search(fullName).catch(({ code }) => code), { timeout: 60_000 })
      .toBe("INLISLITE_UNREACHABLE");
  });
});
