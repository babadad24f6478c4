import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DependencyView } from "../../../src/bridge/protocol/shapes.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { Clerk, SCANNER } from "../../harness/clerk.ts";
import type { DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { BUDGET_MS, deskOn } from "./on-mariadb.ts";

/** On top of a budget, for a machine that does other things too; without one, a deaf server is waited for without an end. */
const SLACK_MS = 10_000;
/** systemd's patience ends after 30 s. */
const STOPS_WITHIN_MS = 20_000;

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server.stop());

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** The next news of INLISLite. */
function nextNews(daemon: DaemonProcess): Promise<DependencyView> {
  const { promise, resolve } = Promise.withResolvers<DependencyView>();
  const news = daemon.client.on("dependency.changed", (dependency) => {
    if (dependency.name !== "inlislite") return;
    news[Symbol.dispose]();
    resolve(dependency);
  });
  return promise;
}

describe.each(INLISLITE_VERSIONS)(
  "a whole case on INLISLite %s in MariaDB, with the read-only user",
  (version) => {
    it("runs from the first step to the signature", async () => {
      await using desk = deskOn(await server.createInlislite(version));
      const daemon = await desk.start();
      const clerk = new Clerk(daemon);
      const { members } = await clerk.client.call("member.search", { text: "an", limit: 50 });
      const member = members.find((one) => one.status === "active" && one.isValidToday);
      if (!member) throw new Error("no ordinary member");
      let view = await clerk.printed(await clerk.upToPrint(member.memberNo));
      expect(view.member?.fullName).toBe(member.fullName);
      const inTray = await clerk.cardInTray();
      expect(inTray).toBe(member.memberNo);
      await clerk.client.call("device.scan", { device: SCANNER, text: inTray });
      view = await clerk.until(view.case, ({ work }) => work === "cut");
      while (view.work !== "handover") view = await clerk.done(view);
      const { phone } = await clerk.client.call("handover.facts", { case: view.case });
      expect(phone).toEqual({ masked: expect.stringMatching(/^\+62 \d{3}-••••-\d{4}$/), standing: "mobile" });
      view = await clerk.handOver(view);
      expect(view).toMatchObject({ status: "handed-over", promise: { published: "met" } });
      const { inlisliteVersion, dependencies } = await clerk.client.call("desk.get", {});
      expect(inlisliteVersion).toBe(version);
      expect(dependencies).toContainEqual(
        expect.objectContaining({ name: "inlislite", health: "ok", code: null }),
      );
      expect((await daemon.terminate()).code).toBe(0);
    });
  },
);

describe("MariaDB that goes away in the middle of a case", () => {
  let desk: DeskFolder;
  let daemon: DaemonProcess;
  let clerk: Clerk;

  beforeEach(async () => {
    desk = deskOn(await server.createInlislite("3.3"));
    daemon = await desk.start();
    clerk = new Clerk(daemon);
  });
  afterEach(async () => {
    await desk[Symbol.asyncDispose]();
    expect(daemon.errors).toEqual([]);
  });

  it.each([
    {
      how: "killed",
      away: () => server.kill(),
      back: () => server.restart(),
    },
    {
      how: "stopped with SIGSTOP",
      away: async () => server.pause(),
      back: async () => server.resume(),
    },
  ])("$how: the case keeps its name and goes on, and printing waits for it", async ({ away, back }) => {
    await clerk.client.call("desk.get", {});
    const atPrint = await clerk.upToPrint((await clerk.someMember(0)).memberNo);
    const early = await clerk.open((await clerk.someMember(1)).memberNo);
    await away();
    try {
      const down = nextNews(daemon);
      const printMs = await tookMs(() =>
        expect(clerk.print(atPrint)).rejects.toMatchObject({
          code: "INLISLITE_UNREACHABLE",
          remedy: "retry-later",
          text: expect.stringMatching(/INLISLite/),
        }),
      );
      expect(printMs).toBeLessThan(BUDGET_MS + SLACK_MS);
      expect(await down).toMatchObject({ health: "down", code: "INLISLITE_UNREACHABLE" });

      let shown = await clerk.client.call("case.get", { case: early.case });
      expect(shown.member).toEqual(early.member);
      expect(shown.memberAgeMs).toBeGreaterThan(0);
      while (shown.work !== "print")
        shown = shown.work === "photo" ? await clerk.photograph(shown) : await clerk.done(shown);
      const { cases, library } = await clerk.client.call("desk.get", {});
      expect(cases.map((one) => one.member?.fullName)).toEqual([
        atPrint.member?.fullName,
        early.member?.fullName,
      ]);
      expect(library).not.toBe("");
      expect(cases.every(({ jobs }) => jobs.length === 0)).toBe(true);
    } finally {
      const up = nextNews(daemon);
      await back();
      expect(await up).toMatchObject({ health: "ok", code: null });
    }
    const view = await clerk.printed(atPrint);
    expect((await clerk.scan(await clerk.cardInTray())).effect).toBe("confirmed");
    expect(view.jobs).toHaveLength(1);
  });

  it("comes back after it was away at the start, and the cases of yesterday get their names", async () => {
    const view = await clerk.open((await clerk.someMember()).memberNo);
    await daemon.kill();
    await server.kill();
    daemon = await desk.start();
    clerk = new Clerk(daemon);
    const [nameless] = (await clerk.client.call("desk.get", {})).cases;
    expect(nameless).toMatchObject({ case: view.case, member: null, memberAgeMs: null, status: "open" });
    const up = nextNews(daemon);
    await server.restart();
    expect(await up).toMatchObject({ health: "ok" });
    expect((await clerk.client.call("case.get", { case: view.case })).member).toEqual(view.member);
  });

  it("keeps nobody from stopping the daemon, even when it is alive and deaf", async () => {
    await clerk.someMember();
    server.pause();
    try {
      const asked = clerk.someMember().catch(() => undefined);
      expect(await tookMs(async () => expect((await daemon.terminate()).code).toBe(0))).toBeLessThan(
        STOPS_WITHIN_MS,
      );
      await asked;
    } finally {
      server.resume();
    }
  });
});
