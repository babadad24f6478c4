import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { TicketsView, TicketView, WaitingRoomView } from "../../src/bridge/protocol/ticket-shapes.ts";
import type { Connection } from "../../web/console/connection.ts";
import { TicketsState } from "../../web/console/tickets/tickets-state.ts";
import { isCall } from "../../web/screens/waiting-room/room-state.ts";

const ticket = (number: string, change: Partial<TicketView> = {}): TicketView => ({
  ...{ case: number, number, kind: null, state: "waiting", takenAt: "2026-02-05T02:00:00.000Z" },
  ...{ waitedMs: 60_000, calledAt: null, counter: null, calls: 0 },
  ...change,
});
const queue = (change: Partial<TicketsView> = {}): TicketsView => ({
  ...{ waiting: [], waitingCount: 0, called: null, lost: [], missed: [] },
  ...{ asOf: "2026-02-05T02:01:00.000Z", ...change },
});

/** Answers as it is told, and remembers what it was asked for. */
function daemonWith(answer: (command: string) => Promise<unknown>) {
  const asked: string[] = [];
  const heard = new Map<string, (payload: never) => void>();
  const connection = {
    link: signal("open" as const),
    call: (command: string) => {
      asked.push(command);
      return answer(command);
    },
    on: (event: string, listener: (payload: never) => void) => heard.set(event, listener),
  } as unknown as Connection;
  return { asked, connection, tell: (view: TicketsView) => heard.get("tickets.changed")?.(view as never) };
}

describe("the queue on the console", () => {
  it("calls the next, and whoever is awaited once more", async () => {
    let view = queue({ waiting: [ticket("A-001")], waitingCount: 1 });
    const { asked, connection } = daemonWith(async (command) => (command === "ticket.list" ? view : {}));
    const tickets = new TicketsState(connection);
    await tickets.refresh();
    await tickets.call();
    view = queue({ called: ticket("A-001", { state: "called", calls: 1 }) });
    await tickets.refresh();
    await tickets.call();
    expect(asked.filter((command) => command !== "ticket.list")).toEqual([
      ...["ticket.callNext", "ticket.callAgain"],
    ]);
  });

  it("calls once, however often the key is pressed before the daemon has answered", async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const { asked, connection } = daemonWith((command) =>
      command === "ticket.callNext" ? promise : Promise.resolve(queue()),
    );
    const tickets = new TicketsState(connection);
    const [first, second] = [tickets.call(), tickets.call()];
    resolve({});
    await Promise.all([first, second]);
    expect(asked.filter((command) => command === "ticket.callNext")).toHaveLength(1);
  });

  it("lets a wait grow by the page's own clock, and not below what the daemon has said", async () => {
    const one = ticket("A-001");
    const { connection } = daemonWith(async () => queue({ waiting: [one], waitingCount: 1 }));
    const tickets = new TicketsState(connection);
    await tickets.refresh();
    const heardAt = performance.now();
    expect(tickets.waitedMs(one, heardAt + 30_000)).toBeGreaterThanOrEqual(90_000);
    expect(tickets.waitedMs(one, heardAt + 30_000)).toBeLessThan(110_000);
    expect(tickets.waitedMs(one, heardAt - 30_000)).toBe(60_000);
  });

  it("keeps the last answer while the daemon is away", async () => {
    const { connection, tell } = daemonWith(() => Promise.reject(new Error("away")));
    const tickets = new TicketsState(connection);
    tickets.start();
    tell(queue({ waitingCount: 2 }));
    await tickets.refresh();
    expect(tickets.view?.waitingCount).toBe(2);
  });
});

describe("the waiting room's screen", () => {
  const room = (...called: readonly (readonly [string, number])[]): WaitingRoomView => ({
    ...{ library: "Perpustakaan Tirtamaya", timeZone: "Asia/Jakarta", next: [], missed: [], waiting: 0 },
    ...{ promise: null, asOf: "2026-02-05T02:01:00.000Z" },
    called: called.map(([number, calls]) => ({
      ...{ number, calls, counter: "Loket 1", calledAt: "2026-02-05T02:01:00.000Z" },
    })),
  });

  it("hears a call in a new number, and in one that is called again", () => {
    expect(isCall(room(["A-001", 1]), room(["A-002", 1], ["A-001", 1]))).toBe(true);
    expect(isCall(room(["A-001", 1]), room(["A-001", 2]))).toBe(true);
    expect(isCall(room(), room(["A-001", 1]))).toBe(true);
  });

  it("hears none when somebody is served, misses the turn or takes a number", () => {
    expect(isCall(room(["A-001", 1]), room(["A-001", 1]))).toBe(false);
    expect(isCall(room(["A-002", 1], ["A-001", 1]), room(["A-001", 1]))).toBe(false);
    expect(isCall(room(["A-001", 1]), room())).toBe(false);
  });
});
