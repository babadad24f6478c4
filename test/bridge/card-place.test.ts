import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

describe("where a case's card lies", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  const heard: CaseView[] = [];

  beforeAll(async () => {
    desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    clerk = new Clerk(desk);
    desk.client.on("case.changed", (view) => heard.push(view));
    await desk.client.call("events.resume", { cursor: null });
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("is told to every page at every move, also at those that are no news of the case", async () => {
    const printed = await clerk.printed(await clerk.upToPrint((await clerk.someMember()).memberNo));
    expect(printed.cardPlace).toBeNull();
    await clerk.scan(await clerk.cardInTray());
    const job = printed.jobs.at(-1)?.job ?? "";
    const lies = (place: CaseView["cardPlace"]) =>
      expect.poll(() => heard.findLast((view) => view.case === printed.case)?.cardPlace).toBe(place);
    await lies("to-cut");
    for (const place of ["to-laminate", "in-machine"] as const) {
      await desk.client.call("card.move", { job });
      await lies(place);
    }
    await desk.client.call("card.spoil", { job, reason: "crease" });
    await lies(null);
  });
});
