import { describe, expect, it } from "vitest";
import { JOB_STATES, type JobChange, type JobState, type NewJob } from "../../src/cards/print-job.ts";
import type { CaseId, DeviceId, JobId, MemberKey } from "../../src/kernel/types.ts";
import type { SqliteJobStore } from "../../src/store/job-store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import type { ManualClock } from "../harness/manual-clock.ts";
import { codeOf, newCaseId, opened, openTestStore, wantedJob } from "./test-store.ts";

const CHANGES: Readonly<Record<Exclude<JobState, "accepted">, JobChange>> = {
  rendered: { to: "rendered", sha256: "0".repeat(64) },
  verified: { to: "verified", symbology: "]C0" },
  spooling: { to: "spooling" },
  spooled: { to: "spooled", reference: "ipp:17" },
  reported: { to: "reported" },
  confirmed: { to: "confirmed", by: "scan" },
  failed: { to: "failed", code: "PRINTER_JAM", ink: "unknown" },
  vanished: { to: "vanished", code: "PRINTER_JOB_VANISHED" },
  spoiled: { to: "spoiled", reason: "unreadable" },
  cancelled: { to: "cancelled" },
};

/** The shortest legal way to each state. */
const WAY_TO: Readonly<Record<JobState, readonly Exclude<JobState, "accepted">[]>> = {
  accepted: [],
  rendered: ["rendered"],
  verified: ["rendered", "verified"],
  spooling: ["rendered", "verified", "spooling"],
  spooled: ["rendered", "verified", "spooling", "spooled"],
  reported: ["rendered", "verified", "spooling", "spooled", "reported"],
  confirmed: ["rendered", "verified", "spooling", "spooled", "confirmed"],
  failed: ["rendered", "verified", "spooling", "failed"],
  vanished: ["rendered", "verified", "spooling", "vanished"],
  spoiled: ["rendered", "verified", "spooling", "spooled", "confirmed", "spoiled"],
  cancelled: ["rendered", "cancelled"],
};

const LEGAL: Readonly<Record<JobState, readonly JobState[]>> = {
  accepted: ["rendered", "failed", "cancelled"],
  rendered: ["verified", "failed", "cancelled"],
  verified: ["spooling", "failed", "cancelled"],
  spooling: ["spooled", "confirmed", "failed", "vanished", "spoiled"],
  spooled: ["reported", "confirmed", "failed", "vanished", "spoiled"],
  reported: ["confirmed", "failed", "vanished", "spoiled"],
  confirmed: ["spoiled"],
  failed: ["confirmed", "spoiled"],
  vanished: ["confirmed", "spoiled"],
  spoiled: [],
  cancelled: [],
};

const request = (clock: ManualClock, more: Partial<NewJob> = {}): NewJob =>
  wantedJob({ requestKey: uuidV7(clock), ...more });

const MINUTE_MS = 60_000;
const askedAt = (clock: ManualClock) => ({
  now: clock.now(),
  unprovedAfterMs: { desk: 10 * MINUTE_MS, today: 10 * MINUTE_MS, bulk: 60 * MINUTE_MS },
  forgottenAfterMs: 24 * 60 * MINUTE_MS,
});

function walk(jobs: SqliteJobStore, job: JobId, states: readonly Exclude<JobState, "accepted">[]): void {
  for (const state of states) jobs.advance(job, CHANGES[state]);
}

describe("cards that a person is asked about", () => {
  const PRINTER = "desk-1-printer" as DeviceId;
  const key = (nth: number) => nth.toString(16).padStart(64, "0") as MemberKey;

  it("are those that no scan has proved in time, or that nobody can say of whether they came out", async () => {
    const { store, clock } = openTestStore();
    const { jobs, jobOverview } = store;
    const made = (nth: number, way: JobState, more: Partial<NewJob> = {}): JobId => {
      const { job } = jobs.accept(request(clock, { memberKey: key(nth), ...more }));
      walk(jobs, job.job, WAY_TO[way]);
      return job.job;
    };
    const asked = () => jobOverview.asked(PRINTER, askedAt(clock), 9).map(({ job }) => job);
    const reported = made(1, "reported");
    const ofBatch = made(2, "reported", { priority: "bulk", batch: crypto.randomUUID() });
    const vanished = made(3, "vanished");
    for (const [nth, way] of (
      ["confirmed", "spoiled", "cancelled", "spooled", "accepted"] as const
    ).entries())
      made(10 + nth, way);
    const replaced = made(4, "vanished");
    made(4, "accepted");
    expect(asked()).toEqual([vanished]);
    expect(asked()).not.toContain(replaced);

    await clock.advance(11 * MINUTE_MS);
    expect(asked().toSorted()).toEqual([reported, vanished].toSorted());
    await clock.advance(50 * MINUTE_MS);
    expect(asked().toSorted()).toEqual([reported, ofBatch, vanished].toSorted());
    clock.jumpWall(-3 * 60 * MINUTE_MS);
    expect(asked()).toHaveLength(3);
    clock.jumpWall(28 * 60 * MINUTE_MS);
    expect(asked()).toEqual([]);
  });

  it("are not those of a case that is over, nor a batch's that were never printed, of which the batch tells", () => {
    const { store, clock } = openTestStore();
    const { jobs, jobOverview, events } = store;
    const over = newCaseId(clock);
    events.append([
      opened(over),
      { stream: `case/${over}`, type: "case.cancelled", data: { reason: "gave up" } },
    ]);
    const failed = (more: Partial<NewJob>): JobId => {
      const { job } = jobs.accept(request(clock, more));
      jobs.advance(job.job, { to: "failed", code: "MEMBER_EXPIRED", ink: "none" });
      return job.job;
    };
    failed({ memberKey: key(1), case: over });
    failed({ memberKey: key(2), batch: crypto.randomUUID() });
    const atDesk = failed({ memberKey: key(3) });
    expect(jobOverview.asked(PRINTER, askedAt(clock), 9).map(({ job }) => job)).toEqual([atDesk]);
  });
});

describe("when a member's newest card was proved", () => {
  it("is asked of one member, and whether a card of theirs is under way", async () => {
    const { store, clock } = openTestStore();
    const { jobs } = store;
    const first = jobs.accept(request(clock)).job;
    expect([jobs.provedAt(first.memberKey), jobs.isInPrint(first.memberKey)]).toEqual([undefined, true]);
    walk(jobs, first.job, WAY_TO.confirmed);
    const at = clock.now();
    expect([jobs.provedAt(first.memberKey), jobs.isInPrint(first.memberKey)]).toEqual([at, false]);
    await clock.advance(MINUTE_MS);
    const second = jobs.accept(request(clock)).job;
    walk(jobs, second.job, WAY_TO.confirmed);
    expect(jobs.provedAt(first.memberKey)).toEqual(clock.now());
  });
});

describe("the print ledger", () => {
  it("of another desk is known, so that no card is printed twice, and its cards are nobody's work here", () => {
    const { store: theirs, folder, clock } = openTestStore(undefined, undefined, "desk-2");
    const waits = theirs.jobs.accept(request(clock)).job;
    const lost = theirs.jobs.accept(request(clock)).job;
    walk(theirs.jobs, lost.job, WAY_TO.vanished);
    const proved = theirs.jobs.accept(request(clock)).job;
    walk(theirs.jobs, proved.job, WAY_TO.confirmed);
    theirs.close();

    const { store } = openTestStore(folder, clock);
    const { jobs, jobOverview, finishing } = store;
    expect(jobs.byMember(waits.memberKey).map(({ job }) => job)).toEqual([waits.job, lost.job, proved.job]);
    expect(jobs.byRequestKey(waits.requestKey)?.job).toBe(waits.job);
    expect(jobs.unfinished()).toEqual([]);
    expect(jobs.waiting(waits.printer, 9)).toEqual([]);
    expect([jobs.countWaiting(waits.printer), jobs.hasWaiting(waits.printer, "desk")]).toEqual([0, false]);
    expect(jobOverview.printersWaitedFor()).toEqual([]);
    expect(jobOverview.asked(waits.printer, askedAt(clock), 9)).toEqual([]);
    expect(jobOverview.settledSince(waits.printer, new Date(0))).toEqual([]);
    expect(finishing.notEntered()).toEqual([]);
  });

  it("accepts a request once, whatever the page asks again, also after a restart", () => {
    const { store, folder, clock } = openTestStore();
    const wanted = request(clock);
    const first = store.jobs.accept(wanted);
    expect(first).toMatchObject({ isNew: true, job: { ...wanted, state: "accepted", reference: undefined } });
    expect(first.job.acceptedAt).toEqual(clock.now());

    store.jobs.advance(first.job.job, CHANGES.rendered);
    expect(store.jobs.accept({ ...wanted, template: "another" })).toMatchObject({
      isNew: false,
      job: { job: first.job.job, state: "rendered", template: "default" },
    });
    store.close();

    const again = openTestStore(folder).store;
    expect(again.jobs.accept(wanted)).toMatchObject({ isNew: false, job: { job: first.job.job } });
    expect(again.events.lastSeq).toBe(2);
  });

  for (const from of JOB_STATES) {
    it(`lets a job that is ${from} become only ${LEGAL[from].join(", ") || "nothing else"}`, () => {
      const { store, clock } = openTestStore();
      for (const to of JOB_STATES) {
        if (to === "accepted") continue;
        const { job } = store.jobs.accept(request(clock));
        walk(store.jobs, job.job, WAY_TO[from]);
        const code = codeOf(() => store.jobs.advance(job.job, CHANGES[to]));
        expect([to, code]).toEqual([to, LEGAL[from].includes(to) ? undefined : "JOB_STATE"]);
        expect(store.jobs.get(job.job)?.state).toBe(code ? from : to);
      }
    });
  }

  it("never confirms a card of a job that failed before any ink", () => {
    const { store, clock } = openTestStore();
    const { job } = store.jobs.accept(request(clock));
    store.jobs.advance(job.job, { to: "failed", code: "PRINTER_REFUSED", ink: "none" });
    expect(codeOf(() => store.jobs.advance(job.job, CHANGES.confirmed))).toBe("JOB_STATE");
    expect(codeOf(() => store.jobs.advance(job.job, CHANGES.spoiled))).toBe("JOB_STATE");
  });

  it("keeps the printer's reference and who confirmed, and forgets a failure that a scan disproved", () => {
    const { store, clock } = openTestStore();
    const { job } = store.jobs.accept(request(clock));
    walk(store.jobs, job.job, ["rendered", "verified", "spooling", "spooled", "vanished"]);
    expect(store.jobs.get(job.job)).toMatchObject({
      failure: "PRINTER_JOB_VANISHED",
      ink: "unknown",
      reference: "ipp:17",
    });
    expect(store.jobs.advance(job.job, CHANGES.confirmed)).toMatchObject({
      state: "confirmed",
      failure: undefined,
      ink: undefined,
      reference: "ipp:17",
      confirmedBy: "scan",
    });
    expect(store.jobs.advance(job.job, CHANGES.spoiled)).toMatchObject({
      state: "spoiled",
      confirmedBy: "scan",
    });
  });

  it("says when each state was reached", async () => {
    const { store, clock } = openTestStore();
    const { job } = store.jobs.accept(request(clock));
    await clock.advance(40);
    store.jobs.advance(job.job, CHANGES.rendered);
    await clock.advance(2);
    const { updatedAt } = store.jobs.advance(job.job, CHANGES.verified);

    expect(
      store.jobs.times(job.job).map(({ state, at }) => [state, at.getTime() - job.acceptedAt.getTime()]),
    ).toEqual([
      ["accepted", 0],
      ["rendered", 40],
      ["verified", 42],
    ]);
    expect(updatedAt).toEqual(clock.now());
  });

  it("lists what a restart has to look after, oldest first, and the jobs of a case", () => {
    const { store, folder, clock } = openTestStore();
    const caseId = newCaseId(clock);
    const made = JOB_STATES.map((state) => {
      const { job } = store.jobs.accept(request(clock, state === "spooled" ? { case: caseId } : {}));
      walk(store.jobs, job.job, WAY_TO[state]);
      return job.job;
    });
    store.close();

    const { jobs } = openTestStore(folder).store;
    expect(jobs.unfinished().map(({ state }) => state)).toEqual([
      "accepted",
      "rendered",
      "verified",
      "spooling",
      "spooled",
      "reported",
    ]);
    expect(jobs.byCase(caseId).map(({ job }) => job)).toEqual([made[JOB_STATES.indexOf("spooled")]]);
    expect(jobs.byCase(newCaseId(clock))).toEqual([]);
  });

  it("knows which cards may lie in the tray: vanished ones too, until they are printed anew or the case is closed", () => {
    const { store, clock } = openTestStore();
    const inTray = (): JobState[] => store.jobs.mayBeInTray().map(({ state }) => state);
    const [one, two] = [newCaseId(clock), newCaseId(clock)] as [CaseId, CaseId];
    store.events.append([opened(one), opened(two)]);
    for (const state of JOB_STATES) {
      const { job } = store.jobs.accept(request(clock, { case: one }));
      walk(store.jobs, job.job, WAY_TO[state]);
    }
    const vanished = store.jobs.accept(request(clock, { case: two })).job;
    walk(store.jobs, vanished.job, WAY_TO.vanished);
    expect(inTray()).toEqual(["spooling", "spooled", "reported", "failed", "vanished", "vanished"]);

    store.jobs.accept(
      request(clock, { case: two, reprintOf: vanished.job, reprintReason: "did-not-come-out" }),
    );
    expect(inTray()).toEqual(["spooling", "spooled", "reported", "failed", "vanished"]);
    store.events.append({ stream: `case/${one}`, type: "case.cancelled", data: { reason: "gave up" } });
    expect(inTray()).toEqual([]);
  });

  it("names a job that does not exist", () => {
    const { store, clock } = openTestStore();
    const job = uuidV7(clock) as JobId;
    expect(store.jobs.get(job)).toBeUndefined();
    expect(store.jobs.times(job)).toEqual([]);
    expect(codeOf(() => store.jobs.advance(job, CHANGES.rendered))).toBe("JOB_NOT_FOUND");
  });
});
