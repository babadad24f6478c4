import { describe, expect, it } from "vitest";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "./test-store.ts";

const NINE = new Date("2026-02-06T02:00:00.000Z");
const MINUTE = 60_000;

describe("one case in the logs of two desks", () => {
  it("reads the same whichever desk's part arrived first", async () => {
    const told: string[] = [];
    for (const order of [
      ["desk-1", "desk-2"],
      ["desk-2", "desk-1"],
    ]) {
      const folder = temporaryFolder();
      const caseId = newCaseId(new ManualClock(NINE));
      const acts: Readonly<Record<string, readonly (readonly [minute: number, event: NewEvent])[]>> = {
        "desk-1": [
          [0, opened(caseId)],
          [5, { stream: `case/${caseId}`, type: "case.cardCut", data: {} }],
        ],
        "desk-2": [[3, { stream: `case/${caseId}`, type: "case.paused", data: { reason: "power-cut" } }]],
      };
      for (const desk of order) {
        const clock = new ManualClock(NINE, `boot-of-${desk}`);
        const { store } = openTestStore(folder, clock, desk);
        for (const [minute, event] of acts[desk] ?? []) {
          await clock.advance(minute * MINUTE - (clock.now().getTime() - NINE.getTime()));
          store.events.append(event);
        }
        if (desk === order.at(-1))
          told.push(
            store.cases
              .events(caseId)
              .map(({ type, desk: from }) => `${from} ${type}`)
              .join("\n"),
          );
        store.close();
      }
    }
    expect(told[0]).toBe("desk-1 case.opened\ndesk-2 case.paused\ndesk-1 case.cardCut");
    expect(told[1]).toBe(told[0]);
  });
});
