import { createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import { MysqlPool } from "../../../src/inlislite/mysql/pool.ts";
import { ReconnectingInlislite } from "../../../src/inlislite/reconnecting.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;
const BUDGET_MS = 1_500;
/** What a loaded machine may add to a budget before the test calls it broken. */
const SLACK_MS = 6_000;
const unreachable = { code: "INLISLITE_UNREACHABLE" };

describe("an INLISLite server that goes away", () => {
  let server: MariaDb;
  let made: TestInlislite;
  beforeAll(async () => {
    server = await startMariaDb();
    made = await server.createInlislite("3.2");
  });
  afterAll(() => server.stop());

  const open = () =>
    openMysqlInlislite(
      { ...made, budgetMs: BUDGET_MS },
      { clock: new SystemClock(), log: new SilentLog() },
      never,
    );

  it("is unreachable at once when it is killed, and there again after its restart", async () => {
    const reconnecting = new ReconnectingInlislite({ open, clock: new SystemClock(), log: new SilentLog() });
    expect(reconnecting.version).toBeUndefined();
    expect(await reconnecting.members.findById("1", never)).toMatchObject({ memberId: "1" });
    expect(reconnecting).toMatchObject({ version: "3.2", status: { reachable: true } });

    await server.kill();
    expect(await tookMs(() => expectUnreachable(reconnecting.members.findById("1", never)))).toBeLessThan(
      BUDGET_MS + SLACK_MS,
    );
    expect(reconnecting).toMatchObject({ version: "3.2", status: { reachable: false, ...unreachable } });

    await server.restart();
    expect(await reconnecting.members.findById("1", never)).toMatchObject({ memberId: "1" });
    expect(reconnecting.status.reachable).toBe(true);
    await reconnecting.stop();
  });

  it("is found again by the supervisor without anybody asking", async () => {
    const reconnecting = new ReconnectingInlislite({ open, clock: new SystemClock(), log: new SilentLog() });
    await server.kill();
    await reconnecting.start(never);
    await expectUnreachable(reconnecting.settings.library(never));
    const isBack = new Promise<void>((resolve) =>
      reconnecting.events.on("statusChanged", ({ to }) => to.reachable && resolve()),
    );
    await server.restart();
    await isBack;
    await reconnecting.stop();
  });

  it("costs one pool nothing: its next query after a restart answers", async () => {
    const inlislite = await open();
    await inlislite.members.findById("1", never);
    await server.kill();
    await expectUnreachable(inlislite.members.findById("1", never));
    await server.restart();
    expect(await inlislite.members.findById("1", never)).toMatchObject({ memberId: "1" });
    await inlislite.close();
  });

  it("is unreachable within the budget when it hangs, for ten questions at once, and closing does not hang", async () => {
    const inlislite = await open();
    await inlislite.members.findById("1", never);
    server.pause();
    const ten = Array.from({ length: 10 }, () => () => inlislite.members.findById("1", never));
    expect(await tookMs(() => Promise.all(ten.map((ask) => expectUnreachable(ask()))))).toBeLessThan(
      BUDGET_MS + SLACK_MS,
    );
    expect(await tookMs(() => expectUnreachable(inlislite.members.findById("1", never)))).toBeLessThan(
      BUDGET_MS + SLACK_MS,
    );
    expect(await tookMs(() => expectUnreachable(open()))).toBeLessThan(2 * BUDGET_MS + SLACK_MS);

    server.resume();
    expect(await inlislite.members.findById("1", never)).toMatchObject({ memberId: "1" });
    server.pause();
    expect(await tookMs(() => inlislite.close())).toBeLessThan(BUDGET_MS + SLACK_MS);
    server.resume();
  });

  it("counts its budget on the given clock, and lets go of the connection it hangs on", async () => {
    const clock = new ManualClock();
    const pool = new MysqlPool({ ...made, connections: 1 }, clock);
    await pool.rows((knex) => knex.raw("SELECT 1"), never);
    const slow = pool.rows((knex) => knex.raw("SELECT SLEEP(20)"), never);
    const failed = expectUnreachable(slow);
    await clock.advance(2_999);
    expect(clock.sleepers).toBe(1);
    await clock.advance(1);
    await failed;
    expect(await pool.rows((knex) => knex.raw("SELECT 7 AS seven"), never)).toEqual([{ seven: 7 }]);
    await pool.close();
  });

  it("stops a query the caller gives up, with the caller's own reason", async () => {
    const pool = new MysqlPool({ ...made, connections: 1 }, new SystemClock());
    await pool.rows((knex) => knex.raw("SELECT 1"), never);
    const caller = new AbortController();
    const slow = pool.rows((knex) => knex.raw("SELECT SLEEP(20)"), caller.signal);
    caller.abort(new Error("the page is gone"));
    await expect(slow).rejects.toThrow("the page is gone");
    expect(await pool.rows((knex) => knex.raw("SELECT 7 AS seven"), never)).toEqual([{ seven: 7 }]);
    await pool.close();
  });

  it("has its own limit on the server, so that a forgotten query does not run on there", async () => {
    const pool = new MysqlPool({ ...made, budgetMs: 250 }, new ManualClock());
    await expect(pool.rows((knex) => knex.raw("SELECT SLEEP(5)"), never)).rejects.toMatchObject({
      ...unreachable,
      details: { errno: 1969 },
    });
    await pool.close();
  });

  it("leaves no connection behind on the server, after hangs and gave-up queries", async () => {
    const own = await server.createInlislite("3.3");
    const pool = new MysqlPool({ ...own, budgetMs: BUDGET_MS }, new SystemClock());
    const caller = new AbortController();
    const asked = [1, 2, 3].map(() => pool.rows((knex) => knex.raw("SELECT SLEEP(20)"), caller.signal));
    const left = Promise.all(asked.map((answer) => expect(answer).rejects.toThrow("left")));
    await pool.rows((knex) => knex.raw("SELECT 1"), never);
    caller.abort(new Error("left"));
    await left;
    await pool.close();
    const theirs = "SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE USER = ?";
    await expect
      .poll(() => server.run(theirs, { values: [own.user] }), { timeout: BUDGET_MS + 5_000 })
      .toEqual([{ n: 0 }]);
  });

  it("may be something that accepts and never speaks", async () => {
    const mutes: Socket[] = [];
    const mute = createServer((socket) => void mutes.push(socket));
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const address = mute.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const options = { ...made, port, budgetMs: BUDGET_MS };
    const opening = () =>
      openMysqlInlislite(options, { clock: new SystemClock(), log: new SilentLog() }, never);
    expect(await tookMs(() => expectUnreachable(opening()))).toBeLessThan(2 * BUDGET_MS + SLACK_MS);
    for (const socket of mutes) socket.destroy();
    mute.close();
  });
});

async function expectUnreachable(answer: Promise<unknown>): Promise<void> {
  await expect(answer).rejects.toMatchObject(unreachable);
}

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
