import { describe, expect, it } from "vitest";
import type { Channel, StepKey } from "../../src/sla/case-event.ts";
import type { Work } from "../../src/sla/plan.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { EVENTS } from "../../src/store/event-catalog.ts";
import {
  BARITO,
  CaseStory,
  cancelled,
  checked,
  cut,
  done,
  type Happening,
  handedOver,
  intake,
  JATENG,
  LEBAK,
  laminated,
  MOJOKERTO,
  notNeeded,
  notServed,
  paused,
  photo,
  photoDelivered,
  printed,
  resumed,
  revised,
  SHEET,
  SIDOARJO,
  sent,
} from "./case-story.ts";

/** A row: what happens, which published steps it ends, and which runs from then on. `–`: none. */
type Row = readonly [what: Happening, ends: string, starts: StepKey | "–"];

const NO_PHOTO: Work = { needsPhoto: false, route: ["cut", "laminate"] };
const NO_CARD_ON_PAPER: Work = { needsPhoto: false, route: [] };
const givenDigitally: Happening = { type: "case.cardDelivered", data: { endsCase: true } };

/** Cards are cut and laminated here also where the document is silent; such steps have no target. */
const TABLE: readonly {
  readonly name: string;
  readonly standard: Standard;
  readonly channel: Channel;
  readonly work: Work;
  readonly first: StepKey;
  readonly rows: readonly Row[];
}[] = [
  {
    ...{ name: "Mojokerto, in person", standard: MOJOKERTO, channel: "in-person", work: SHEET },
    first: "data-entry",
    rows: [
      [done("data-entry"), "data-entry", "photo-upload"],
      [photo, "photo-upload", "verify"],
      [checked, "verify", "print"],
      [sent, "–", "print"],
      [printed, "print", "cut"],
      [cut, "cut", "laminate"],
      [laminated, "laminate", "handover"],
      [handedOver, "handover", "–"],
    ],
  },
  {
    ...{ name: "Mojokerto, online", standard: MOJOKERTO, channel: "online", work: NO_CARD_ON_PAPER },
    first: "data-entry",
    rows: [
      [done("data-entry"), "data-entry", "photo-upload"],
      [photo, "photo-upload", "verify"],
      [checked, "verify", "print"],
      [givenDigitally, "print handover", "–"],
    ],
  },
  {
    ...{ name: "Jawa Tengah, with its revision", standard: JATENG, channel: "in-person", work: SHEET },
    first: "intake",
    rows: [
      [intake, "intake", "form-paper"],
      [done("form-paper"), "form-paper", "form-electronic"],
      [done("form-electronic"), "form-electronic", "verify"],
      [revised, "verify revise", "photo"],
      [photo, "photo", "print"],
      [printed, "print", "cut"],
      [cut, "cut", "laminate"],
      [laminated, "laminate", "handover"],
      [handedOver, "handover", "–"],
    ],
  },
  {
    ...{ name: "Jawa Tengah, nothing to revise", standard: JATENG, channel: "in-person", work: SHEET },
    first: "intake",
    rows: [
      [intake, "intake", "form-paper"],
      [notNeeded("form-paper"), "form-paper", "form-electronic"],
      [done("form-electronic"), "form-electronic", "verify"],
      // The revision is settled as not needed.
      [checked, "verify revise", "photo"],
    ],
  },
  {
    ...{ name: "Barito Utara", standard: BARITO, channel: "in-person", work: NO_PHOTO },
    first: "form-paper",
    rows: [
      [done("form-paper"), "form-paper", "intake"],
      [intake, "intake", "verify"],
      [checked, "verify", "approve"],
      [done("approve"), "approve", "data-entry-and-print"],
      // The first part of a joined step: its sum is judged, so it goes on.
      [done("data-entry"), "–", "data-entry-and-print"],
      [printed, "data-entry-and-print", "cut"],
      [cut, "cut", "laminate"],
      [laminated, "laminate", "handover"],
      [handedOver, "handover", "–"],
    ],
  },
  {
    ...{ name: "Sidoarjo, KTA", standard: SIDOARJO, channel: "in-person", work: SHEET },
    first: "form-electronic",
    rows: [
      [done("form-electronic"), "form-electronic", "report-number"],
      [done("report-number"), "report-number", "photo"],
      [photo, "photo", "verify"],
      [checked, "verify", "print"],
      [printed, "print", "cut-and-laminate"],
      [cut, "–", "cut-and-laminate"],
      [laminated, "cut-and-laminate", "handover"],
      // The member's signature is one act with the hand-over.
      [handedOver, "handover receipt", "–"],
    ],
  },
  {
    ...{ name: "Sidoarjo, KTA Online", standard: SIDOARJO, channel: "online", work: SHEET },
    first: "form-electronic",
    rows: [
      [done("form-electronic"), "form-electronic", "photo-upload"],
      [photo, "photo-upload", "note-number"],
      [done("note-number"), "note-number", "report-number"],
      [done("report-number"), "report-number", "print-and-handover"],
      // Printed; before it is handed over it is cut and laminated.
      [printed, "–", "cut"],
      [cut, "cut", "laminate"],
      [laminated, "laminate", "print-and-handover"],
      [handedOver, "print-and-handover", "–"],
    ],
  },
  {
    ...{ name: "Lebak", standard: LEBAK, channel: "in-person", work: SHEET },
    first: "intake",
    rows: [
      [intake, "intake", "form-electronic"],
      [done("form-electronic"), "form-electronic", "data-entry"],
      [done("data-entry"), "data-entry", "photo"],
      [photo, "photo", "verify"],
      [checked, "verify", "print-and-handover"],
      [printed, "–", "cut"],
      [cut, "cut", "laminate"],
      [laminated, "laminate", "print-and-handover"],
      [handedOver, "print-and-handover", "–"],
    ],
  },
];

const settled = (story: CaseStory): readonly StepKey[] =>
  story.timeline.steps
    .filter(({ state }) => state === "done" || state === "not-needed")
    .map(({ key }) => key);

describe.each(TABLE)("$name", ({ standard, channel, work, first, rows }) => {
  it("ends and starts each step by what happens", () => {
    const story = new CaseStory(standard, {
      kind: standard === MOJOKERTO ? "renewal" : "new",
      channel,
      work,
    });
    expect(story.timeline.now).toBe(first);
    const came = rows.map(([what]) => {
      const before = settled(story);
      story.after(60, what);
      const ended = settled(story).filter((key) => !before.includes(key));
      return [what.type, ended.join(" ") || "–", story.timeline.now ?? "–"];
    });
    expect(came).toEqual(rows.map(([what, ends, starts]) => [what.type, ends, starts]));
  });
});

/** Said of a case, or done about it, without ending or starting a step of any standard. */
const NO_STEP: readonly Happening[] = [
  { type: "case.memberLinked", data: {} },
  { type: "case.categorized", data: { category: "general-public" } },
  { type: "case.papersBrought", data: { documents: ["r1"] } },
  { type: "case.passedOn", data: {} },
  { type: "case.takenOver", data: {} },
  photoDelivered,
  sent,
  { type: "case.cardSending", data: {} },
  { type: "case.cardDelivered", data: { endsCase: false } },
  paused("missing-document"),
  resumed,
  { type: "case.lateReasonGiven", data: {} },
];

/** Before the service: somebody waits, and no step runs. Their own tests are in `queue.test.ts`. */
const IN_QUEUE = ["case.queued", "case.called", "case.missed", "case.queueLeft"];

/** Ends the case with everything that was left to do undone. */
const NO_CARD: readonly Happening[] = [cancelled, notServed];

/** Puts an earlier word right; each has tests of its own in this folder. */
const PUT_RIGHT = [
  "case.cardSpoiled",
  "case.stepUndone",
  "case.stepCorrected",
  "case.stepAbandoned",
  "case.madeReady",
  "case.stepsDone",
];

describe("in every standard", () => {
  const stories = () =>
    TABLE.map(({ standard, channel, work, rows }) => {
      const kind = standard === MOJOKERTO ? ("renewal" as const) : ("new" as const);
      const story = new CaseStory(standard, { kind, channel, work });
      for (const [what] of rows.slice(0, 2)) story.after(60, what);
      return story;
    });

  it.each(NO_STEP.map((what) => [what.type, what] as const))("%s ends and starts no step", (_, what) => {
    for (const story of stories()) {
      const [before, now] = [settled(story), story.timeline.now];
      story.after(60, what);
      expect(settled(story)).toEqual(before);
      expect(story.timeline.now).toBe(now);
    }
  });

  it.each(NO_CARD.map((what) => [what.type, what] as const))("%s leaves the rest undone", (_, what) => {
    for (const story of stories()) {
      const before = settled(story);
      story.after(60, what);
      expect(settled(story)).toEqual(before);
      expect(story.timeline.now).toBe(null);
    }
  });

  it("every event of a case is in one of these tables", () => {
    const told = [
      ...["case.opened", ...IN_QUEUE, ...PUT_RIGHT],
      ...[...NO_STEP, ...NO_CARD, ...TABLE.flatMap(({ rows }) => rows.map(([what]) => what))].map(
        ({ type }) => type,
      ),
    ];
    expect(new Set(told)).toEqual(new Set(Object.keys(EVENTS).filter((type) => type.startsWith("case."))));
  });
});
