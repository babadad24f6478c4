import { describe, expect, it } from "vitest";
import { DeskOperators } from "../../../src/bridge/operators/desk-operators.ts";
import { idleSignOut } from "../../../src/bridge/operators/idle-sign-out.ts";
import type { JobState } from "../../../src/cards/print-job.ts";
import type { OperatorId } from "../../../src/kernel/types.ts";
import { newCaseId, opened, openTestStore, wantedJob } from "../../store/test-store.ts";

const MINUTE = 60_000;

async function signedInFor(idleMinutes: number, longestHours = 0) {
  const { store, clock, log } = openTestStore();
  const id = "0194e8a0-0000-7000-8000-000000000001" as OperatorId;
  store.operators.keepSecrets(id, "Ratna W.", "no hash");
  store.operators.append(id, { type: "operator.created", data: { role: "clerk", by: "other" } });
  const operators = new DeskOperators({ store: store.operators, clock });
  operators.enter({ operator: id });
  const watch = idleSignOut({ store, operators, idleMinutes, longestHours, clock, log });
  await watch.start();
  return { store, clock, operators, watch, id };
}

describe("a desk that nobody touches", () => {
  it("is signed out after its minutes, and the log says why", async () => {
    const { store, clock, operators, watch, id } = await signedInFor(15);
    await clock.advance(14 * MINUTE);
    expect(operators.signedIn?.name).toBe("Ratna W.");
    operators.touch();
    await clock.advance(14 * MINUTE);
    expect(operators.signedIn).toBeDefined();
    await clock.advance(2 * MINUTE);
    expect(operators.signedIn).toBeUndefined();
    expect(store.events.read(`operator/${id}`).at(-1)).toMatchObject({
      ...{ type: "operator.signedOut", data: { why: "idle" } },
    });
    await watch.stop();
  });

  it("is never signed out where the library wants that", async () => {
    const { clock, operators, watch } = await signedInFor(0);
    await clock.advance(600 * MINUTE);
    expect(operators.signedIn).toBeDefined();
    await watch.stop();
  });

  it("waits four times as long while somebody is served, and no longer", async () => {
    const { store, clock, operators, watch } = await signedInFor(15);
    store.events.append(opened(newCaseId(clock)));
    await clock.advance(59 * MINUTE);
    expect(operators.signedIn).toBeDefined();
    await clock.advance(2 * MINUTE);
    expect(operators.signedIn).toBeUndefined();
    await watch.stop();
  });

  it("stays signed in for as long as a card is being printed", async () => {
    const { store, clock, operators, watch } = await signedInFor(15);
    const { job } = store.jobs.accept(wantedJob()).job;
    const advance = (to: JobState, more: object = {}): void => {
      store.jobs.advance(job, { to, ...more } as Parameters<typeof store.jobs.advance>[1]);
    };
    advance("rendered", { sha256: "0".repeat(64) });
    advance("verified", { symbology: "]C0" });
    advance("spooling");
    await clock.advance(500 * MINUTE);
    expect(operators.signedIn).toBeDefined();
    advance("spooled", { reference: "ipp:1" });
    advance("reported");
    advance("confirmed", { by: "scan" });
    await clock.advance(MINUTE);
    expect(operators.signedIn).toBeUndefined();
    await watch.stop();
  });

  it("is kept signed in by INLISLite's pages alone for two hours and the idle time, and by the console anew", async () => {
    const { clock, operators, watch } = await signedInFor(15);
    const pageSpeaksFor = async (minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute++) {
        operators.touchedInPage();
        await clock.advance(MINUTE);
      }
    };
    await pageSpeaksFor(130);
    expect(operators.signedIn).toBeDefined();
    operators.touch();
    await pageSpeaksFor(134);
    expect(operators.signedIn).toBeDefined();
    await pageSpeaksFor(2);
    expect(operators.signedIn).toBeUndefined();
    await watch.stop();
  });

  it("is signed out by an idle page as soon as by an idle console", async () => {
    const { clock, operators, watch } = await signedInFor(15);
    await clock.advance(10 * MINUTE);
    operators.touchedInPage();
    await clock.advance(14 * MINUTE);
    expect(operators.signedIn).toBeDefined();
    await clock.advance(2 * MINUTE);
    expect(operators.signedIn).toBeUndefined();
    await watch.stop();
  });
});

describe("one PIN", () => {
  const HOUR = 60 * MINUTE;

  it("lasts for so many hours, however much is done, and the log says why it ended", async () => {
    const { store, clock, operators, watch, id } = await signedInFor(15, 12);
    const works = async (minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute += 5) {
        operators.touch();
        await clock.advance(5 * MINUTE);
      }
    };
    await works(11 * 60 + 55);
    expect(operators.signedIn).toBeDefined();
    await works(10);
    expect(operators.signedIn).toBeUndefined();
    expect(store.events.read(`operator/${id}`).at(-1)).toMatchObject({ data: { why: "longest" } });
    operators.enter({ operator: id });
    await works(11 * 60);
    expect(operators.signedIn).toBeDefined();
    await watch.stop();
  });

  it("also ends where nobody is ever signed out for being idle, but not between a card's first pixel and its printer", async () => {
    const { store, clock, operators, watch } = await signedInFor(0, 12);
    await clock.advance(12 * HOUR - MINUTE);
    const { job } = store.jobs.accept(wantedJob()).job;
    store.jobs.advance(job, { to: "rendered", sha256: "0".repeat(64) });
    store.jobs.advance(job, { to: "verified", symbology: "]C0" });
    store.jobs.advance(job, { to: "spooling" });
    await clock.advance(HOUR);
    expect(operators.signedIn).toBeDefined();
    store.jobs.advance(job, { to: "spooled", reference: "ipp:1" });
    await clock.advance(MINUTE);
    expect(operators.signedIn).toBeUndefined();
    await watch.stop();
  });
});
