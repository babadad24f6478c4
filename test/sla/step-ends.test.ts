import { describe, expect, it } from "vitest";
import { STEP_ENDED_BY } from "../../src/sla/work-item.ts";
import {
  BARITO,
  CaseStory,
  checked,
  cut,
  done,
  handedOver,
  JATENG,
  LEBAK,
  laminated,
  MOJOKERTO,
  notNeeded,
  PLASTIC,
  photo,
  printed,
  SIDOARJO,
} from "./case-story.ts";

describe("what ends a step", () => {
  it("is the act itself, for every step that has one", () => {
    expect(STEP_ENDED_BY).toEqual({
      "case.requirementsChecked": ["intake"],
      "case.photoTaken": ["photo", "photo-upload"],
      "case.dataChecked": ["verify", "revise"],
      "case.printConfirmed": ["print"],
      "case.cardCut": ["cut"],
      "case.cardLaminated": ["laminate"],
      "case.handedOver": ["handover", "receipt"],
      "case.cardDelivered": ["print", "handover", "receipt"],
    });
  });

  it("is one sending for a digital card that was asked for: made, given, and nothing to cut or laminate", () => {
    const online = new CaseStory(MOJOKERTO, { kind: "renewal", channel: "online" })
      .after(1, done("data-entry"))
      .after(2, photo)
      .after(1, checked);
    const copy = { type: "case.cardDelivered", data: { endsCase: false } } as const;
    online.after(1, copy);
    expect(online.timeline.status).toBe("open");
    expect(online.step("print").state).toBe("now");

    online.after(1, { ...copy, data: { endsCase: true } });
    expect(online.timeline.status).toBe("handed-over");
    expect(online.timeline.takenAt).toEqual(online.timeline.readyAt);
    expect(["print", "cut", "laminate", "handover"].map((key) => online.step(key as "print").state)).toEqual([
      "done",
      "not-needed",
      "not-needed",
      "done",
    ]);
  });

  it("is the last part for a joined step", () => {
    const barito = new CaseStory(BARITO, { work: PLASTIC }).after(1, printed);
    expect(barito.step("data-entry-and-print").state).toBe("done");
    const sidoarjo = new CaseStory(SIDOARJO).after(1, printed).after(1, cut);
    expect(sidoarjo.step("cut-and-laminate").state).toBe("now");
    expect(sidoarjo.after(1, laminated).step("cut-and-laminate").state).toBe("done");
    const lebak = new CaseStory(LEBAK, { work: PLASTIC }).after(1, printed);
    expect(lebak.step("print-and-handover").state).toBe("now");
    expect(lebak.after(1, handedOver).step("print-and-handover").state).toBe("done");
  });

  it("is the cut, where the library laminates first", () => {
    const work = { needsPhoto: true, route: ["laminate", "cut"] } as const;
    const story = new CaseStory(SIDOARJO, { work }).after(1, printed).after(40, laminated);
    expect(story.step("cut-and-laminate").state).toBe("now");
    expect(story.after(20, cut).step("cut-and-laminate")).toMatchObject({ state: "done", grossMs: 60_000 });
  });

  it("may be a word for a part of a joined step", () => {
    const story = new CaseStory(BARITO, { work: PLASTIC })
      .after(9, done("approve"), photo)
      .after(9, done("data-entry"));
    expect(story.timeline).toMatchObject({ now: "data-entry-and-print", nowWork: "print" });
    const sidoarjo = new CaseStory(SIDOARJO).after(9, printed).after(9, notNeeded("cut"));
    expect(sidoarjo.timeline).toMatchObject({ now: "cut-and-laminate", nowWork: "laminate" });
  });

  it("is nothing for a step that the plan does not have", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(5, cut).after(5, done("note-number"));
    expect(story.timeline).toMatchObject({ now: "intake", gapMs: 0, grossMs: 10_000 });
  });
});
