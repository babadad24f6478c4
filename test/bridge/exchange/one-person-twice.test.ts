import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clerk } from "../../harness/clerk.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { LibraryBridges, WITHIN_MS } from "./library-bridges.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const soon = { timeout: WITHIN_MS, interval: 100 };

/** Two clerks press at the same time: neither desk has heard of the other when each does it. */
describe("two desks that serve one person at once", () => {
  let library: LibraryBridges;
  let one: TestBridge;
  let two: TestBridge;
  beforeAll(async () => {
    library = await LibraryBridges.start(2);
    [one, two] = library.desks as [TestBridge, TestBridge];
  }, 120_000);
  afterAll(() => library?.[Symbol.asyncDispose]());

  describe("open a case for one member", () => {
    it("keeps both, each shows the other, and ending one settles it", async () => {
      const { memberNo } = await new Clerk(one).someMember(3);
      const [first, second] = await library.apart(async () => [
        await new Clerk(one).open(memberNo),
        await new Clerk(two).open(memberNo),
      ]);
      const beside = ({ client }: TestBridge, id: string) =>
        client.call("case.get", { case: id }).then(
          ({ alsoOpen }) => alsoOpen,
          () => undefined,
        );
      const theSecond = [{ case: second!.case, ticket: second!.ticket, desk: "Loket 2" }];
      const theFirst = [{ case: first!.case, ticket: first!.ticket, desk: "Loket 1" }];
      for (const desk of [one, two]) {
        await expect.poll(() => beside(desk, first!.case), soon).toEqual(theSecond);
        await expect.poll(() => beside(desk, second!.case), soon).toEqual(theFirst);
        await expect(new Clerk(desk).open(memberNo)).rejects.toEqual(refusal("CASE_ALREADY_OPEN"));
      }

      const heard: string[] = [];
      one.client.on("case.changed", ({ case: id, alsoOpen }) => heard.push(`${id} ${alsoOpen.length}`));
      await two.client.call("case.cancel", { case: second!.case, reason: "dibuka dua kali" });
      await expect.poll(() => heard, soon).toContain(`${first!.case} 0`);
      expect(await beside(one, first!.case)).toEqual([]);
      expect(await beside(two, first!.case)).toEqual([]);
    }, 90_000);
  });

  describe("call a number", () => {
    const queue = ({ client }: TestBridge) => client.call("ticket.list", {});
    const take = async () => {
      const { ticket } = await one.client.call("ticket.take", { requestKey: crypto.randomUUID() });
      const isThere = async () => (await queue(two)).waiting.some(({ number }) => number === ticket.number);
      await expect.poll(isThere, soon).toBe(true);
      return ticket;
    };
    const calledAtBoth = async () => {
      const ticket = await take();
      await library.apart(async () => {
        for (const desk of [one, two])
          expect(await desk.client.call("ticket.callNext", {})).toMatchObject({ number: ticket.number });
      });
      await expect.poll(async () => (await queue(one)).called, soon).toBeNull();
      return ticket;
    };

    it("belongs to the later call; the other desk is told so, and can neither miss nor lose it unseen", async () => {
      const ticket = await calledAtBoth();
      expect(await queue(one)).toMatchObject({
        lost: [{ number: ticket.number, counter: "Loket 2", state: "called" }],
      });
      expect(await queue(two)).toMatchObject({ called: { number: ticket.number }, lost: [] });
      await expect(one.client.call("ticket.missed", { case: ticket.case })).rejects.toEqual(
        refusal("TICKET_CALLED_ELSEWHERE"),
      );
      const room = await one.client.call("waitingRoom.get", {});
      expect(room.called[0]).toMatchObject({ number: ticket.number, counter: "Loket 2" });

      await two.client.call("ticket.missed", { case: ticket.case });
      await expect.poll(async () => (await queue(one)).lost, soon).toEqual([]);
      await one.client.call("ticket.withdraw", { case: ticket.case });
    }, 90_000);

    it("comes back to the desk where the person stands, and the other one hears that", async () => {
      const ticket = await calledAtBoth();
      await one.client.call("ticket.callAgain", { case: ticket.case });
      expect(await queue(one)).toMatchObject({ called: { number: ticket.number }, lost: [] });
      await expect
        .poll(async () => (await queue(two)).lost, soon)
        .toMatchObject([{ number: ticket.number, counter: "Loket 1" }]);
      const opened = await one.client.call("case.open", {
        ...{ member: null, kind: "new", channel: "in-person", standard: one.config.library.standard },
        ticket: ticket.case,
      });
      expect(opened).toMatchObject({ case: ticket.case, ticket: ticket.number });
      await expect.poll(async () => (await queue(two)).lost, soon).toEqual([]);
    }, 90_000);

    it("is not taken from the later desk by what the earlier one notes before it has heard", async () => {
      const ticket = await take();
      await library.apart(async () => {
        await one.client.call("ticket.callNext", {});
        await two.client.call("ticket.callNext", {});
        await one.client.call("ticket.missed", { case: ticket.case });
      });
      await expect.poll(async () => (await queue(one)).missed, soon).toEqual([]);
      for (const desk of [one, two])
        expect(desk.bridge.store.tickets.get(ticket.case as never)).toMatchObject({
          ...{ state: "called", calledBy: "desk-2" },
        });
      await two.client.call("ticket.withdraw", { case: ticket.case });
    }, 90_000);

    it("is one case where both have begun to serve it, which both see", async () => {
      const ticket = await calledAtBoth();
      const service = { member: null, kind: "new", channel: "in-person" } as const;
      const standard = one.config.library.standard;
      await library.apart(async () => {
        for (const desk of [one, two])
          await desk.client.call("case.open", { ...service, standard, ticket: ticket.case });
      });
      for (const desk of [one, two]) {
        const other = desk === one ? "desk-2" : "desk-1";
        const isHeard = () =>
          desk.bridge.store.cases
            .events(ticket.case as never)
            .some((event) => event.desk === other && event.type === "case.opened");
        await expect.poll(isHeard, soon).toBe(true);
        const cases = desk.bridge.store.cases.open().filter((open) => open.ticket === ticket.number);
        expect(cases).toHaveLength(1);
      }
      const views = await Promise.all(
        [one, two].map(({ client }) => client.call("case.get", { case: ticket.case })),
      );
      expect(views[1]?.openedAt).toBe(views[0]?.openedAt);
    }, 90_000);
  });
});
