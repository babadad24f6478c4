import { describe, expect, it, onTestFinished } from "vitest";
import { CaseTimings } from "../../../src/bridge/flows/case-timings.ts";
import { DeskWork } from "../../../src/bridge/updates/desk-work.ts";
import type { CaseId, DeviceId } from "../../../src/kernel/types.ts";
import type { NewEvent } from "../../../src/store/event-catalog.ts";
import { SHEET, SIDOARJO } from "../../sla/case-story.ts";
import { openLibrary, passAll } from "../../store/library.ts";
import { newCaseId, opened, type TestStore } from "../../store/test-store.ts";

const DESKS = ["desk-1", "desk-2"];
const PRINTER = "desk-1-card-printer" as DeviceId;
const HOUR = 60 * 60_000;

/** Two desks of a library, as far as an update of the first is concerned. */
function library() {
  const desks = openLibrary(DESKS) as [TestStore, TestStore];
  const [here, there] = desks;
  const { store, clock } = here;
  const standards = { find: () => SIDOARJO, versions: () => [] };
  const timings = new CaseTimings({ store, standards, clock, work: { ...SHEET, needsPhoto: () => true } });
  const printing: DeviceId[] = [];
  const work = new DeskWork({
    ...{ store, timings, clock, desk: "desk-1", printers: () => [PRINTER] },
    judgingFor: () => ({ figure: "gross" }),
    isPrinting: (printer) => printing.includes(printer),
  });
  onTestFinished(() => work[Symbol.dispose]());
  const exchange = (): void => passAll(desks, DESKS);
  return { here, there, work, timings, printing, exchange };
}

function openCase({ store, clock }: TestStore): CaseId {
  const id = newCaseId(clock);
  const { id: standardId, version: standardVersion } = SIDOARJO;
  store.events.append(opened(id, { standardId, standardVersion }));
  return id;
}

const happened = ({ store }: TestStore, id: CaseId, type: NewEvent["type"], data: object = {}): void =>
  void store.events.append({ stream: `case/${id}`, type, data } as NewEvent);

describe("what holds an update up", () => {
  it("is a card that is being printed, and a case whose clock runs", () => {
    const { here, work, printing } = library();
    expect(work.busyWith).toBeUndefined();
    const id = openCase(here);
    expect(work.busyWith).toBe("case");
    happened(here, id, "case.cancelled", { reason: "gone" });
    expect(work.busyWith).toBeUndefined();
    printing.push(PRINTER);
    expect(work.busyWith).toBe("print");
  });

  it("is a running case however long nobody has touched it, and not one that is paused", async () => {
    const { here, work } = library();
    // Eight in the morning.
    const id = openCase(here);
    await here.clock.advance(7 * HOUR);
    expect(work.busyWith).toBe("case");
    happened(here, id, "case.paused", { reason: "applicant-away" });
    expect(work.busyWith).toBeUndefined();
    happened(here, id, "case.resumed");
    expect(work.busyWith).toBe("case");
  });

  it("is no card that lies ready for its member", () => {
    const { here, work } = library();
    const id = openCase(here);
    happened(here, id, "case.madeReady");
    expect(work.busyWith).toBeUndefined();
  });

  it("is no timer that the system has closed, nor one from before the library last closed", async () => {
    const { here, work, timings } = library();
    const id = openCase(here);
    happened(here, id, "case.stepAbandoned", { step: timings.of(id).timeline.now, why: "past-closing" });
    expect(work.busyWith).toBeUndefined();
    openCase(here);
    expect(work.busyWith).toBe("case");
    await here.clock.advance(24 * HOUR);
    expect(work.busyWith).toBeUndefined();
  });

  it("is no other desk's case, until it is worked on here", () => {
    const { here, there, work, exchange } = library();
    const id = openCase(there);
    exchange();
    expect(here.store.cases.open()).toHaveLength(1);
    expect(work.busyWith).toBeUndefined();
    happened(here, id, "case.requirementsChecked", { documents: [] });
    expect(work.busyWith).toBe("case");
  });

  it("is no case that was passed on to another desk, and one that was passed on to this", () => {
    const { here, there, work, exchange } = library();
    const mine = openCase(here);
    const theirs = openCase(there);
    const [first, second] = [
      { desk: "desk-1", officer: null },
      { desk: "desk-2", officer: null },
    ];
    happened(here, mine, "case.passedOn", { from: first, to: second });
    exchange();
    happened(there, mine, "case.takenOver", { by: second, after: newestOf(there, mine) });
    exchange();
    expect(work.busyWith).toBeUndefined();
    happened(there, theirs, "case.passedOn", { from: second, to: first });
    exchange();
    expect(work.busyWith).toBe("case");
  });
});

const newestOf = ({ store }: TestStore, id: CaseId): string => store.cases.events(id).at(-1)?.id ?? "";
