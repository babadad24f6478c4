import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CallError, type TitianClient } from "../../src/bridge/client/client.ts";
import type { WaitingRoomView } from "../../src/bridge/protocol/ticket-shapes.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { Clerk } from "../harness/clerk.ts";
import { consoleClient, startBridge, type TestBridge } from "../harness/start-bridge.ts";

const RECEIPT = "desk-1-receipt";
const key = (): string => crypto.randomUUID();
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

describe("the queue over the real socket", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  let call: TitianClient["call"];
  beforeAll(async () => {
    desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    clerk = new Clerk(desk);
    call = desk.client.call.bind(desk.client);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const newestPaper = async (): Promise<string> => {
    const tray = desk.bridge.devices.require(RECEIPT as DeviceId, "simulation.tray");
    return readFile((tray.newest ?? "").replace(/\.png$/, ".bin"), "latin1");
  };
  const papers = (): number => desk.bridge.devices.require(RECEIPT as DeviceId, "simulation.tray").count;

  it("gives a number on paper, with the promise and how many come first", async () => {
    const first = await call("ticket.take", { requestKey: key(), kind: "new" });
    expect(first).toMatchObject({ ticket: { number: "A-001", state: "waiting", kind: "new" }, ahead: 0 });
    expect(first.paper).toBe("printed");
    expect(await newestPaper()).toMatch(/A-001[\s\S]*Nomor ini dipanggil berikutnya\./);
    await call("ticket.take", { requestKey: key() });
    expect(await newestPaper()).toMatch(/A-002[\s\S]*Di depan Anda: 1 nomor/);
    expect(await newestPaper()).toContain("Janji layanan: 10 Menit");
  });

  it("gives one number for one key, and prints it once", async () => {
    const requestKey = key();
    const before = papers();
    const [one, two] = await Promise.all([
      call("ticket.take", { requestKey }),
      call("ticket.take", { requestKey }),
    ]);
    expect(one.ticket.case).toBe(two.ticket.case);
    expect(papers()).toBe(before + 1);
    expect((await call("ticket.list", {})).waitingCount).toBe(3);
  });

  it("never calls one number to two pages that press at the same moment", async () => {
    const other = consoleClient(desk.bridge);
    try {
      const answers = await Promise.all([
        codeOf(call("ticket.callNext", {})),
        codeOf(other.call("ticket.callNext", {})),
      ]);
      expect(answers.sort()).toEqual(["", "TICKET_STILL_CALLED"]);
      const { called, waitingCount } = await call("ticket.list", {});
      expect(called).toMatchObject({ number: "A-001", counter: "Loket 1", calls: 1 });
      expect(waitingCount).toBe(2);
    } finally {
      other.close();
    }
  });

  it("opens the case of whoever is called, with the number and its wait, and without another ticket", async () => {
    const before = papers();
    const { called } = await call("ticket.list", {});
    const view = await clerk.open((await clerk.someMember()).memberNo);
    expect(view).toMatchObject({ case: called?.case, ticket: "A-001" });
    expect(view.queueMs).toBeGreaterThanOrEqual(0);
    expect(view.openedAt).toBe(called?.takenAt);
    expect(papers()).toBe(before);
    expect((await call("ticket.list", {})).called).toBeNull();
  });

  it("opens a case beside the queue exactly as before it had one", async () => {
    await call("ticket.callNext", {});
    const { memberId, memberNo } = await clerk.someMember(1);
    const view = await call("case.open", {
      ...{ member: { memberId, memberNo }, kind: "new", channel: "in-person", ticket: null },
      standard: desk.config.library.standard,
    });
    expect(view).toMatchObject({ ticket: "A-004", queueMs: null });
    expect((await call("ticket.list", {})).called).toMatchObject({ number: "A-002" });
  });

  it("opens one case under one number, however often it is asked for", async () => {
    const { called } = await call("ticket.list", {});
    const open = async (index: number): Promise<string> => {
      const { memberId, memberNo } = await clerk.someMember(index);
      const params = { member: { memberId, memberNo }, kind: "new", channel: "in-person" } as const;
      const standard = desk.config.library.standard;
      return codeOf(call("case.open", { ...params, standard, ticket: called?.case ?? null }));
    };
    expect((await Promise.all([open(2), open(3)])).sort()).toEqual(["", "TICKET_CLOSED"]);
  });

  it("refuses what cannot be called", async () => {
    const { waiting } = await call("ticket.list", {});
    const last = waiting.at(-1)?.case ?? "";
    await call("ticket.withdraw", { case: last });
    expect(await codeOf(call("ticket.call", { case: last }))).toBe("TICKET_CLOSED");
    expect(await codeOf(call("ticket.callNext", {}))).toBe("TICKET_NONE_WAITING");
    expect(await codeOf(call("ticket.missed", { case: key() }))).toBe("TICKET_NOT_FOUND");
  });

  it("gives a good number when the printer has no paper, and says so", async () => {
    await call("device.simulate", { device: RECEIPT, faults: ["paper-out"] });
    const taken = await call("ticket.take", { requestKey: key() });
    expect(taken.paper).toBe("failed");
    await call("device.simulate", { device: RECEIPT, faults: [] });
    const before = papers();
    const again = { case: taken.ticket.case, requestKey: key() };
    expect(await call("ticket.print", again)).toEqual({ paper: "printed" });
    expect(await call("ticket.print", again)).toEqual({ paper: "printed" });
    expect(papers()).toBe(before + 1);
    expect(await call("ticket.callNext", {})).toMatchObject({ number: taken.ticket.number });
  });

  it("tells the waiting room who is called, by numbers alone", async () => {
    const { promise, resolve } = Promise.withResolvers<WaitingRoomView>();
    const { called } = await call("ticket.list", {});
    const screen = consoleClient(desk.bridge, desk.bridge.server.screenTokens["waiting-room"]);
    try {
      const first = await screen.call("waitingRoom.get", {});
      expect(first.called[0]).toMatchObject({ number: called?.number, counter: "Loket 1", calls: 1 });
      using _news = screen.on("waitingRoom.changed", resolve);
      await call("ticket.callAgain", { case: called?.case ?? "" });
      const view = await promise;
      expect(view.called[0]).toMatchObject({ number: called?.number, calls: 2 });
      expect(view.promise).toMatchObject({ text: "10 Menit", excludesQueue: false });
      expect(JSON.stringify(view)).not.toContain(called?.case);
    } finally {
      screen.close();
    }
  });

  it("shows who did not come, so that they ask", async () => {
    const { called } = await call("ticket.list", {});
    await call("ticket.missed", { case: called?.case ?? "" });
    const { missed, called: shown } = await call("waitingRoom.get", {});
    expect(missed).toEqual([called?.number]);
    expect(shown.map(({ number }) => number)).not.toContain(called?.number);
  });

  it("offers at the ticket machine what the library has promised something for", async () => {
    const machine = consoleClient(desk.bridge, desk.bridge.server.screenTokens["ticket-kiosk"]);
    try {
      expect(await machine.call("kiosk.get", {})).toMatchObject({ kinds: ["new"], waiting: 0 });
      const taken = await machine.call("ticket.take", { requestKey: key(), kind: "new" });
      expect(taken).toMatchObject({ ahead: 0, paper: "printed" });
      expect(await codeOf(machine.call("ticket.callNext", {}))).toBe("CONSOLE_ONLY");
    } finally {
      machine.close();
    }
  });
});

describe("the queue over a restart of the daemon", () => {
  it("keeps every number and goes on counting", async () => {
    const first = await startBridge();
    await first.client.call("ticket.take", { requestKey: key() });
    await first.client.call("ticket.take", { requestKey: key() });
    await first.client.call("ticket.callNext", {});
    await first.stop();
    await using again = await startBridge({ folder: first.folder });
    const { called, waiting } = await again.client.call("ticket.list", {});
    expect([called?.number, ...waiting.map(({ number }) => number)]).toEqual(["A-001", "A-002"]);
    const { ticket } = await again.client.call("ticket.take", { requestKey: key() });
    expect(ticket.number).toBe("A-003");
  });
});
