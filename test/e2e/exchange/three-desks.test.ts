import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TitianClient } from "../../../src/bridge/client/client.ts";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import type { DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { deskOf, exchangeOf, titian, until } from "./library-desks.ts";

/** Three daemons and a server on a busy machine. */
const PATIENCE_MS = 240_000;

describe("three desks of one library", () => {
  let server: MariaDb;
  let folders: readonly DeskFolder[];
  let desks: DaemonProcess[];
  const clerk = (index: number): Clerk => new Clerk(desks[index]!);
  const client = (index: number): TitianClient => desks[index]!.client;
  const read = (index: number, { case: id }: Pick<CaseView, "case">) =>
    client(index).call("case.get", { case: id });
  const restarted = async (index: number): Promise<void> => {
    await desks[index]!.kill();
    desks[index] = await folders[index]!.start();
  };
  const figures = async (index: number) => {
    const { serverTime } = await client(index).call("desk.get", {});
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(new Date(serverTime));
    const { asOf: _, ...rest } = await client(index).call("punctuality.get", { from: day, to: day });
    return rest;
  };

  beforeAll(async () => {
    server = await startMariaDb();
    folders = [1, 2, 3].map((number) => deskOf(server, number));
    const [first] = folders as [DeskFolder];
    const sql = await titian(first, ["exchange", "sql", "--host", server.host]);
    for (const statement of sql.split(";\n").filter((text) => text.trim() !== ""))
      await server.run(statement);
    desks = [await first.start()];
    const [code = ""] = (await titian(first, ["exchange", "code"])).split("\n");
    for (const folder of folders.slice(1)) {
      await titian(folder, ["exchange", "join"], `${code}\n`);
      desks.push(await folder.start());
    }
    for (const desk of [0, 1, 2])
      await until(
        async () => (await client(desk).call("desk.get", {})).otherDesks.length,
        (others) => others === 2,
      );
  }, PATIENCE_MS);
  afterAll(async () => {
    for (const folder of folders) await folder[Symbol.asyncDispose]();
    await server.stop();
  });

  it(
    "serve one person together: begun at the first, printed at the second, handed over at the first",
    async () => {
      const member = await clerk(0).someMember();
      const begun = await clerk(0).upToPrint(member.memberNo);
      await client(0).call("case.passOn", { case: begun.case, desk: "desk-2" });

      const here = await until(
        () => read(1, begun),
        ({ holder }) => holder?.isHere === true,
      );
      expect(here).toMatchObject({ ticket: "A-001", work: "print", holder: { isAwaited: true } });
      await client(1).call("case.takeOver", { case: begun.case });
      // The photo lies at the first desk, and the invented INLISLite has none.
      await expect(clerk(1).print(here)).rejects.toMatchObject({ code: "PHOTO_ELSEWHERE" });
      const printed = await clerk(1).printed(await clerk(1).photograph(here));
      await clerk(1).scan(await clerk(1).cardInTray());
      await clerk(1).until(begun.case, ({ work }) => work === "cut");
      await client(1).call("case.passOn", { case: begun.case, desk: "desk-1" });

      await until(
        () => read(0, begun),
        ({ holder, work }) => holder?.isHere === true && work !== "print",
      );
      await client(0).call("case.takeOver", { case: begun.case });
      let view = await read(0, begun);
      expect(view.jobs).toMatchObject([{ job: printed.jobs[0]?.job, state: "confirmed" }]);
      while (view.work !== "handover") view = await clerk(0).done(view);
      expect((await clerk(0).handOver(view)).status).toBe("handed-over");
      for (const desk of [1, 2])
        await until(
          () => read(desk, begun),
          ({ status }) => status === "handed-over",
        );
      await until(
        () => client(1).call("board.get", {}),
        ({ cards }) => cards.length === 0,
      );
    },
    PATIENCE_MS,
  );

  it(
    "work on without the server, and are one library again when it is back",
    async () => {
      await server.kill();
      for (const desk of [0, 1])
        await until(
          () => exchangeOf(client(desk)),
          (state) => state?.health === "degraded" && state.code === "EXCHANGE_UNREACHABLE",
        );
      const apart: CaseView[] = [];
      for (const [desk, index] of [
        [0, 1],
        [1, 2],
        [0, 3],
        [1, 4],
      ] as const)
        apart.push(await clerk(desk).open((await clerk(desk).someMember(index)).memberNo));
      // A power cut at the second desk, in the middle of it.
      await restarted(1);
      apart.push(await clerk(1).open((await clerk(1).someMember(5)).memberNo));
      expect(apart.map(({ ticket }) => ticket)).toEqual(["A-002", "B-001", "A-003", "B-002", "B-003"]);
      await client(0).call("case.cancel", { case: apart[0]!.case, reason: "went home" });

      await server.restart();
      for (const desk of [0, 1, 2])
        for (const one of apart)
          await until(
            () => read(desk, one),
            ({ ticket }) => ticket === one.ticket,
          );
      await until(
        () => read(2, apart[0]!),
        ({ status }) => status === "cancelled",
      );
      for (const desk of [0, 1, 2])
        await until(
          () => exchangeOf(client(desk)),
          (state) => state?.health === "ok",
        );
    },
    PATIENCE_MS,
  );

  it(
    "lose nothing and send nothing twice when a daemon is killed in the middle of sending",
    async () => {
      const take = () => client(0).call("ticket.take", { requestKey: crypto.randomUUID() });
      const taken = await Promise.all(Array.from({ length: 12 }, take));
      const more = Array.from({ length: 40 }, () => take().catch(() => undefined));
      await desks[0]!.kill();
      const known = [...taken, ...(await Promise.all(more))].flatMap((one) => one?.ticket.number ?? []);
      desks[0] = await folders[0]!.start();
      const waiting = (index: number) => client(index).call("ticket.list", {});
      const all = await waiting(0);
      expect(all.waiting.map(({ number }) => number)).toEqual(expect.arrayContaining(known));
      for (const desk of [1, 2])
        await until(
          async () => (await waiting(desk)).waiting.map(({ number }) => number),
          (numbers) => JSON.stringify(numbers) === JSON.stringify(all.waiting.map(({ number }) => number)),
        );
    },
    PATIENCE_MS,
  );

  it(
    "count every case once, at every desk alike, and have printed no card twice",
    async () => {
      // By hand: one handed over, one cancelled, four that go on.
      const told = await until(
        () => figures(0),
        ({ isCatchingUp, opened }) => !isCatchingUp && opened === 6,
      );
      expect(told).toMatchObject({ opened: 6, open: 4, cancelled: 1, summary: { n: 1 } });
      for (const desk of [1, 2])
        await until(
          () => figures(desk),
          (same) => JSON.stringify(same) === JSON.stringify(told),
        );
      for (const desk of [0, 1, 2]) await restarted(desk);
      for (const desk of [0, 1, 2]) {
        await until(
          () => figures(desk),
          (same) => JSON.stringify(same) === JSON.stringify(told),
        );
        expect(folders[desk]!.bookOf(PRINTER).filter(({ file }) => file !== undefined)).toHaveLength(
          desk === 1 ? 1 : 0,
        );
        expect(desks[desk]!.errors).toEqual([]);
      }
    },
    PATIENCE_MS,
  );

  it(
    "forget a member at all of them, asked at one that runs, also at one that was off and had served them last",
    async () => {
      const { memberNo } = await clerk(1).someMember(9);
      let view = await clerk(1).open(memberNo);
      while (view.work !== "photo") view = await clerk(1).done(view);
      await clerk(1).photograph(view);
      await client(1).call("case.cancel", { case: view.case, reason: "test" });
      // Who has not heard of the end refuses to erase: the service might go on.
      await until(
        () => read(0, view),
        ({ status }) => status === "cancelled",
      );
      const inVault = (): number => readdirSync(path.join(folders[1]!.config.store.folder, "vault")).length;
      const before = inVault();
      await desks[1]!.kill();

      const asked = ["--member", memberNo, "--yes", "--json", "--set", `server.port=${desks[0]!.port}`];
      const { desks: others } = JSON.parse(await titian(folders[0]!, ["privacy", "erase", ...asked]));
      expect(others).toEqual(["Loket 2", "Loket 3"]);
      desks[1] = await folders[1]!.start();
      const doneBy = async (): Promise<readonly unknown[]> =>
        JSON.parse(await titian(folders[0]!, ["privacy", "erasures", "--json"])).erasures[0].doneBy;
      await until(doneBy, ({ length }) => length === 3, 120_000);
      expect(inVault()).toBe(before - 2);
    },
    PATIENCE_MS,
  );

  it(
    "can prove that each one's log is what the shared database holds",
    async () => {
      for (const [index, folder] of folders.entries()) {
        await until(
          async () => await fetchMetric(desks[index]!, "titian_exchange_waiting_events"),
          (value) => value === "0",
        );
        await desks[index]!.terminate();
        expect(await titian(folder, ["exchange", "verify"])).toMatch(
          /^desk-\d: \d+ events are the same, 0 not sent yet\n$/u,
        );
      }
    },
    PATIENCE_MS,
  );
});

async function fetchMetric(desk: DaemonProcess, name: string): Promise<string | undefined> {
  const text = await (await fetch(`http://127.0.0.1:${desk.port}/metrics`)).text();
  return new RegExp(`^${name} (.*)$`, "mu").exec(text)?.[1];
}
