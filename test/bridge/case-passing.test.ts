import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import type { CaseId } from "../../src/kernel/types.ts";
import { Clerk } from "../harness/clerk.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const MINUTE = 60_000;

describe("cases at a desk, and from one desk to another", () => {
  let desk: TestBridge;
  let clerk: Clerk;

  beforeAll(async () => {
    desk = await startBridge();
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const begin = (): Promise<CaseView> =>
    desk.client.call("case.open", { member: null, kind: "new", channel: "in-person", standard: LEBAK });
  const eventsOf = ({ case: id }: CaseView) => desk.bridge.store.cases.events(id as CaseId);

  it("belongs to the desk that opened it while nobody has said otherwise", async () => {
    expect((await begin()).holder).toBe(null);
  });

  it("goes to another desk with all that was done, and shows that it is awaited there", async () => {
    const view = await clerk.done(await begin());
    const passed = await desk.client.call("case.passOn", {
      ...{ case: view.case, desk: "desk-2", officer: "Rina", operator: "Seno" },
    });
    expect(passed.holder).toMatchObject({
      ...{ desk: "desk-2", title: "Loket 2", officer: "Rina", isHere: false, isAwaited: true },
    });
    expect(passed).toMatchObject({ now: view.now, status: "open" });
    expect(eventsOf(view).at(-1)).toMatchObject({
      type: "case.passedOn",
      operator: "Seno",
      data: { from: { desk: "desk-1", officer: "Seno" }, to: { desk: "desk-2", officer: "Rina" } },
    });
  });

  it("comes back to whoever takes it over, who says what it had seen", async () => {
    const view = await begin();
    await desk.client.call("case.passOn", { case: view.case, desk: "desk-2" });
    const seen = eventsOf(view).at(-1);
    const taken = await desk.client.call("case.takeOver", { case: view.case, operator: "Seno" });
    expect(taken.holder).toMatchObject({ desk: "desk-1", officer: "Seno", isHere: true, isAwaited: false });
    expect(eventsOf(view).at(-1)).toMatchObject({
      type: "case.takenOver",
      data: { by: { desk: "desk-1", officer: "Seno" }, after: seen?.id },
    });
    expect((await clerk.done(taken)).now).toBe("form-electronic");
  });

  it("goes to the next officer of the same desk without having to be taken over", async () => {
    const view = await begin();
    const passed = await desk.client.call("case.passOn", {
      case: view.case,
      desk: "desk-1",
      officer: "Rina",
    });
    expect(passed.holder).toMatchObject({ officer: "Rina", isHere: true, isAwaited: false });
  });

  it("writes nothing for whoever has it already, and knows no other desks", async () => {
    const view = await begin();
    const before = eventsOf(view).length;
    await desk.client.call("case.passOn", { case: view.case, desk: "desk-1" });
    await desk.client.call("case.takeOver", { case: view.case });
    expect(eventsOf(view)).toHaveLength(before);
    await expect(desk.client.call("case.passOn", { case: view.case, desk: "desk-9" })).rejects.toEqual(
      expect.objectContaining({ code: "DESK_UNKNOWN" }),
    );
  });

  it("is handed on neither after its end nor taken over then", async () => {
    const view = await begin();
    await desk.client.call("case.cancel", { case: view.case, reason: "went home" });
    const closed = expect.objectContaining({ code: "CASE_CLOSED" });
    await expect(desk.client.call("case.passOn", { case: view.case, desk: "desk-2" })).rejects.toEqual(
      closed,
    );
    await expect(desk.client.call("case.takeOver", { case: view.case })).rejects.toEqual(closed);
  });
});

describe("several members at once at one desk", () => {
  it("have each a clock of their own: a pause, a step and a hand-over of one do nothing to the others", async () => {
    const clock = new ManualClock();
    await using desk = await startBridge({ clock });
    const clerk = new Clerk(desk);
    const begin = (): Promise<CaseView> =>
      desk.client.call("case.open", { member: null, kind: "new", channel: "in-person", standard: LEBAK });
    const now = (view: CaseView): Promise<CaseView> => desk.client.call("case.get", { case: view.case });
    const pass = (minutes: number): Promise<void> => clock.advance(minutes * MINUTE);

    const first = await begin();
    await pass(2);
    const second = await begin();
    await pass(1);
    await clerk.done(first);
    await desk.client.call("case.pause", { case: second.case, reason: "applicant-away" });
    await pass(3);
    const third = await begin();
    await desk.client.call("case.resume", { case: second.case });
    await pass(1);
    await clerk.done(second);

    const [one, two, three] = [await now(first), await now(second), await now(third)];
    const times = ({ steps }: CaseView) => steps.slice(0, 2).map(({ tookMs }) => tookMs && tookMs / MINUTE);
    expect([one.grossMs, one.netMs].map((ms) => ms / MINUTE)).toEqual([7, 7]);
    expect(times(one)).toEqual([3, 4]);
    expect([two.grossMs, two.netMs].map((ms) => ms / MINUTE)).toEqual([5, 2]);
    expect(times(two)).toEqual([5, 0]);
    expect([three.grossMs, three.netMs].map((ms) => ms / MINUTE)).toEqual([1, 1]);
    expect(new Set([one.ticket, two.ticket, three.ticket]).size).toBe(3);
  });
});
