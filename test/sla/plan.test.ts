import { describe, expect, it } from "vitest";
import { type PlannedStep, planFor } from "../../src/sla/plan.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { workItems } from "../../src/sla/work-item.ts";
import { BARITO, JATENG, LEBAK, MOJOKERTO, PLASTIC, SHEET, SIDOARJO } from "./case-story.ts";

const desk = { kind: "new", channel: "in-person" } as const;
const keys = (plan: readonly PlannedStep[]): string[] =>
  plan.map(
    ({ key, inStandard, isNeeded }) => `${key}${inStandard ? "" : "*"}${isNeeded ? "" : " (not needed)"}`,
  );

describe("a plan", () => {
  it("is the published table when the work asks for nothing else", () => {
    const plan = planFor(SIDOARJO, { ...desk, work: SHEET });
    expect(keys(plan)).toEqual([
      ...[
        "form-electronic",
        "report-number",
        "photo",
        "verify",
        "print",
        "cut-and-laminate",
        "handover",
        "receipt",
      ],
    ]);
    expect(plan.map(({ targetSeconds }) => targetSeconds)).toEqual([600, 60, 180, 180, 300, 120, 60, 60]);
    expect(plan.map(({ performer }) => performer.slice(0, 3)).join(" ")).toBe(
      "app app off off off off off app",
    );
    expect(plan[4]?.text).toBe("Melakukan pencetakan kartu anggota perpustakaan");
    expect(plan[5]).toMatchObject({ isJoined: true, parts: ["cut", "laminate"] });
  });

  it("adds what the document is silent about: unlisted, untimed, without a text", () => {
    const plan = planFor(JATENG, { ...desk, work: SHEET });
    expect(keys(plan)).toEqual([
      ...["intake", "form-paper", "form-electronic", "verify", "revise", "photo", "print"],
      ...["cut*", "laminate*", "handover*"],
    ]);
    expect(plan.at(-1)).toMatchObject({ text: "", targetSeconds: null, performer: "officer" });
    expect(plan[4]?.isConditional).toBe(true);
  });

  it("takes a photo before printing where no photo is mentioned, and none for a card without one", () => {
    expect(keys(planFor(BARITO, { ...desk, work: PLASTIC }))).toEqual([
      ...["form-paper", "intake", "verify", "approve", "photo*", "data-entry-and-print", "handover"],
    ]);
    const work = { needsPhoto: false, route: [] };
    expect(keys(planFor(BARITO, { ...desk, work }))).not.toContain("photo*");
  });

  it("follows the channel: online at Mojokerto and Sidoarjo", () => {
    const online = { kind: "renewal", channel: "online", work: PLASTIC } as const;
    expect(keys(planFor(MOJOKERTO, online))).toEqual([
      "data-entry",
      "photo-upload",
      "verify",
      "print",
      "handover*",
    ]);
    expect(keys(planFor(SIDOARJO, { ...online, kind: "new" }))).toEqual([
      ...["form-electronic", "photo-upload", "note-number", "report-number", "print-and-handover"],
    ]);
  });

  it("passes over cutting and pressing for a finished plastic card", () => {
    expect(keys(planFor(SIDOARJO, { ...desk, work: PLASTIC }))).toContain("cut-and-laminate (not needed)");
  });

  it("keeps to the library's own order of cutting and laminating", () => {
    const work = { needsPhoto: true, route: ["laminate", "cut"] } as const;
    expect(planFor(SIDOARJO, { ...desk, work })[5]?.parts).toEqual(["laminate", "cut"]);
    expect(keys(planFor(JATENG, { ...desk, work })).slice(-3)).toEqual(["laminate*", "cut*", "handover*"]);
    const cutOnly = planFor(SIDOARJO, { ...desk, work: { needsPhoto: true, route: ["cut"] } });
    expect(cutOnly[5]?.parts).toEqual(["cut"]);
  });

  it("laminates between the halves of a joined print and hand-over", () => {
    const plan = planFor(LEBAK, { ...desk, work: SHEET });
    expect(keys(plan).slice(-3)).toEqual(["print-and-handover", "cut*", "laminate*"]);
    expect(
      workItems(plan)
        .map(({ key }) => key)
        .slice(-4),
    ).toEqual(["print", "cut", "laminate", "handover"]);
  });

  it("still serves a channel that the document does not know", () => {
    expect(keys(planFor(LEBAK, { kind: "new", channel: "online", work: SHEET }))).toEqual([
      ...["photo*", "print*", "cut*", "laminate*", "handover*"],
    ]);
  });

  it("says unknown where the document does not name who acts", () => {
    const plan = planFor(LEBAK, { ...desk, work: PLASTIC });
    expect(plan.find(({ key }) => key === "data-entry")?.performer).toBe("unknown");
  });

  it("takes the procedure that names the kind of case", () => {
    const [timed] = LEBAK.procedures;
    if (!timed) throw new Error("no procedure");
    const short = { ...timed, kinds: ["lost" as const], steps: timed.steps.slice(5) };
    const standard: Standard = { ...LEBAK, procedures: [short, { ...timed, kinds: ["new"] }] };
    expect(
      keys(planFor(standard, { ...desk, kind: "lost", work: { needsPhoto: false, route: [] } })),
    ).toEqual(["print-and-handover"]);
    expect(planFor(standard, { ...desk, work: PLASTIC })).toHaveLength(6);
  });
});
