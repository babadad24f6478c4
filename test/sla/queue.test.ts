import { describe, expect, it } from "vitest";
import { isQueueOver } from "../../src/sla/forgotten.ts";
import { OFFICE_HOURS } from "../../src/sla/office-hours.ts";
import type { Standard } from "../../src/sla/standard.ts";
import {
  CaseStory,
  called,
  checked,
  corrected,
  done,
  handedOver,
  intake,
  LEBAK,
  missed,
  PLASTIC,
  photo,
  printed,
  queued,
  SIDOARJO,
} from "./case-story.ts";

const MINUTE = 60;
/** Lebak's 24 minutes, as a library would publish them without the queue. */
const FROM_THE_CALL: Standard = { ...LEBAK, promise: { ...LEBAK.promise, excludesQueue: true } };

/** Ticket, ten minutes in the queue, a call, half a minute to the desk; then twenty minutes of service. */
const served = (standard: Standard): CaseStory =>
  new CaseStory(standard, {
    ...{ work: PLASTIC, opensAfter: 30 },
    queue: [
      [0, queued],
      [10 * MINUTE, called],
    ],
  })
    .after(30, intake)
    .after(5 * MINUTE, done("form-electronic"))
    .after(5 * MINUTE, done("data-entry"))
    .after(5 * MINUTE, photo)
    .after(2 * MINUTE, checked)
    .after(1 * MINUTE, printed)
    .after(1 * MINUTE, handedOver);

describe("a case that waited in the queue", () => {
  it("has its wait from the ticket to the call, inside the gross time and in no step", () => {
    const { grossMs, queueMs, gapMs, openedAt, steps } = served(LEBAK).timeline;
    expect(queueMs).toBe(600_000);
    // 10:00 waiting + 0:30 to the desk + 0:30 + 5:00 + 5:00 + 5:00 + 2:00 + 1:00 + 1:00.
    expect(grossMs).toBe(1_800_000);
    expect(gapMs).toBe(600_000);
    expect(openedAt.toISOString()).toBe("2026-02-05T02:00:00.000Z");
    // The step at hand runs from the call: the way to the desk is the library's and not the queue's.
    expect(steps[0]).toMatchObject({ key: "intake", grossMs: 60_000 });
  });

  it("is judged from the ticket, unless the promise leaves the queue out: then from the call", () => {
    const fromTicket = served(LEBAK).judged().published;
    expect(fromTicket).toMatchObject({ verdict: "late", elapsedMs: 1_800_000, leftMs: -360_000 });
    const fromCall = served(FROM_THE_CALL).judged().published;
    expect(fromCall).toMatchObject({ verdict: "met", elapsedMs: 1_200_000, leftMs: 240_000 });
    expect(fromTicket.dueAt?.toISOString()).toBe("2026-02-05T02:24:00.000Z");
    expect(fromCall.dueAt?.toISOString()).toBe("2026-02-05T02:34:00.000Z");
  });

  it("is judged as before where nobody queued, whatever the promise says of queues", () => {
    const straight = (standard: Standard): CaseStory =>
      new CaseStory(standard, { work: PLASTIC }).after(90, intake);
    expect(straight(FROM_THE_CALL).judged().published).toEqual(straight(LEBAK).judged().published);
    expect(straight(LEBAK).timeline.queueMs).toBeNull();
  });

  it("does not begin anew when somebody is called again, or nobody would ever be late", () => {
    const twice = new CaseStory(LEBAK, {
      ...{ opensAfter: 20 },
      queue: [
        [0, queued],
        [300, called],
        [60, called],
      ],
    }).after(10, intake);
    expect(twice.timeline.queueMs).toBe(300_000);
    expect(twice.step("intake").grossMs).toBe(90_000);
  });

  it("waits anew after it was called and nobody came", () => {
    const late = new CaseStory(FROM_THE_CALL, {
      ...{ opensAfter: 10 },
      queue: [
        [0, queued],
        [300, called],
        [60, missed],
        [240, called],
      ],
    }).after(20, intake);
    expect(late.timeline.queueMs).toBe(600_000);
    expect(late.step("intake").grossMs).toBe(30_000);
    expect(late.judged().published.elapsedMs).toBe(30_000);
  });

  it("has no running step while it waits", () => {
    const waiting = new CaseStory(SIDOARJO);
    waiting.events.length = 0;
    waiting.now(queued).after(300);
    const { steps, queueMs, grossMs } = waiting.timeline;
    expect(steps.every(({ grossMs: ms }) => ms === null || ms === 0)).toBe(true);
    expect([queueMs, grossMs]).toEqual([null, 300_000]);
  });

  it("counts the monotonic clock while the wall clock is set back, and says that it was", () => {
    const story = new CaseStory(LEBAK);
    story.events.length = 0;
    story.now(queued).after(200).jumpWall(-86_400).after(100, called);
    expect(story.timeline).toMatchObject({ queueMs: 300_000, isClockSuspect: true });
  });

  it("is served from where a correction says that the first step began, also before the call", () => {
    const so = new CaseStory(FROM_THE_CALL, {
      queue: [
        [0, queued],
        [600, called],
      ],
    })
      .after(60, intake)
      .now(corrected("intake", "2026-02-05T02:08:00Z", "2026-02-05T02:11:00Z"));
    expect(so.judged().published.elapsedMs).toBe(180_000);
    expect(so.timeline.queueMs).toBe(600_000);
  });
});

describe("a number that nobody was served under", () => {
  const zone = "Asia/Jakarta";
  const calendar = {
    ...{ version: "test", timeZone: zone, weekly: OFFICE_HOURS, special: [], closures: [] },
    ...{ observesCollectiveLeave: true, countsSaturday: true },
  } as const;
  const at = (instant: string, monotonicMs: number, bootId = "boot-1") => ({
    ...{ at: new Date(instant), monotonicMs, bootId },
  });
  const HOUR = 3_600_000;
  /** Thursday, 09.00 in Jakarta. */
  const taken = at("2026-02-05T02:00:00Z", 0);

  it("is over an hour after closing, or after midnight where nobody has said when the library closes", () => {
    const open = { zone, calendar: undefined };
    expect(isQueueOver(taken, at("2026-02-05T17:59:00Z", 15.98 * HOUR), open)).toBe(false);
    expect(isQueueOver(taken, at("2026-02-05T18:01:00Z", 16.02 * HOUR), open)).toBe(true);
    const closes = { zone, calendar };
    const [, shuts = ""] = OFFICE_HOURS.thu.at(-1) ?? [];
    const [hours = 0, minutes = 0] = shuts.split(":").map(Number);
    const closingMs = (hours - 9) * HOUR + minutes * 60_000;
    const later = (ms: number) => at(new Date(taken.at.getTime() + ms).toISOString(), ms);
    expect(isQueueOver(taken, later(closingMs + HOUR - 60_000), closes)).toBe(false);
    expect(isQueueOver(taken, later(closingMs + HOUR + 60_000), closes)).toBe(true);
  });

  it("outlives a clock that is set forward a year, and not one that is set back", () => {
    const open = { zone, calendar: undefined };
    expect(isQueueOver(taken, at("2027-02-05T02:10:00Z", 600_000), open)).toBe(false);
    expect(isQueueOver(taken, at("2026-02-04T02:00:00Z", 17 * HOUR), open)).toBe(true);
    // After a restart of the machine only the wall clock is left.
    expect(isQueueOver(taken, at("2026-02-06T02:00:00Z", 100, "boot-2"), open)).toBe(true);
  });
});
