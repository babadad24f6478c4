import { describe, expect, it } from "vitest";
import type { BoardCardView } from "../../src/bridge/protocol/finishing-shapes.ts";
import type { PrintJobView, StepView } from "../../src/bridge/protocol/shapes.ts";
import { columnsOf, matches } from "../../web/console/board/board-columns.ts";
import { livePromiseMs, liveStepMs } from "../../web/console/desk/live-times.ts";
import { rungsOf } from "../../web/console/desk/print-rungs.ts";
import { foldRail } from "../../web/console/desk/rail.ts";
import { isSignature } from "../../web/console/desk/signature-strokes.ts";
import { isLastStep, stationNow } from "../../web/console/desk/stations.ts";
import { verdictsOf } from "../../web/console/desk/verdict.ts";
import { inOrder } from "../../web/console/devices/device-order.ts";
import { hashOf, parseHash } from "../../web/console/state/route.ts";
import { en } from "../../web/messages/en.ts";
import { id } from "../../web/messages/id.ts";
import { FakeDesk, MEMBERS } from "./fake-desk.ts";
import { makeDevice, withReasons } from "./fake-devices.ts";

const SIDOARJO = "id.sidoarjo.kta-dan-kta-online";
const opened = () => new FakeDesk().open(MEMBERS[0] ?? null, "new", "in-person", SIDOARJO);
const states = (...list: StepView["state"][]) => list.map((state) => ({ state }));

describe("step rail", () => {
  it("shows every step while they fit", () => {
    expect(foldRail(states(...Array<"next">(9).fill("next"))).every(({ kind }) => kind === "step")).toBe(
      true,
    );
  });

  it("folds the first finished steps of a long standard into one plank", () => {
    const rail = foldRail(
      states("done", "not-needed", "done", "done", "now", ...Array<"next">(6).fill("next")),
    );
    expect(rail).toHaveLength(9);
    expect(rail[0]).toMatchObject({ kind: "folded", steps: { length: 3 } });
  });

  it("never folds what runs or is still to come", () => {
    const rail = foldRail(states("now", ...Array<"next">(11).fill("next")));
    expect(rail).toHaveLength(12);
  });
});

describe("running times", () => {
  it("count on from the figures of the daemon, and in a pause only where gross time is judged", () => {
    const view = { ...opened(), netMs: 60_000, promise: { ...opened().promise, leftMs: 540_000 } };
    expect(livePromiseMs({ view, sinceMs: 1_500 })).toBe(61_500);
    const paused = { ...view, status: "paused" as const };
    expect(livePromiseMs({ view: paused, sinceMs: 1_500 })).toBe(61_500);
    const net = { ...paused, promise: { ...paused.promise, figure: "net" as const } };
    expect(livePromiseMs({ view: net, sinceMs: 1_500 })).toBe(60_000);
    expect(liveStepMs({ ...view.steps[0]!, tookMs: 3_000 }, { view, sinceMs: 1_500 })).toBe(4_500);
  });

  it("stop once the card is ready, where ready is what was promised", () => {
    const promise = {
      figure: "gross",
      published: "met",
      stepSum: "met",
      dueAt: null,
      leftMs: 100_000,
    } as const;
    const view = { ...opened(), status: "ready" as const, promise };
    expect(livePromiseMs({ view, sinceMs: 9_000 })).toBe(500_000);
  });
});

describe("verdict", () => {
  const at = (leftMs: number) => ({
    view: { ...opened(), promise: { ...opened().promise, leftMs } },
    sinceMs: 0,
  });

  it("warns at four fifths and tells how late it is", () => {
    expect(verdictsOf(at(300_000)).published.standing).toBe("on-time");
    expect(verdictsOf(at(110_000)).published.standing).toBe("near");
    expect(verdictsOf(at(-84_000)).published).toMatchObject({ standing: "late", leftMs: -84_000 });
  });

  it("keeps two results apart while the standard leaves its total open", () => {
    const { published, stepSum, isTwofold } = verdictsOf(at(-84_000));
    expect([published.standing, stepSum.standing, isTwofold]).toEqual(["late", "on-time", true]);
  });

  it("waits for the library's word on a list without times of its own", () => {
    const { view } = at(-84_000);
    const standard = { ...view.standard, coversUnresolved: true, stepSumSeconds: null };
    const promise = { ...view.promise, published: "late" as const, stepSum: "not-judged" as const };
    expect(verdictsOf({ view: { ...view, standard, promise }, sinceMs: 0 })).toMatchObject({
      ...{ isTwofold: false, isUndecided: true },
    });
    expect(verdictsOf(at(-84_000)).isUndecided).toBe(false);
  });

  it("is final once the case is closed", () => {
    const view = { ...at(20_000).view, status: "handed-over" as const };
    expect(verdictsOf({ view, sinceMs: 0 }).published.standing).toBe("met");
  });

  it("judges a promise in working days only by the daemon's word", () => {
    const live = at(0);
    const standard = { ...live.view.standard, publishedSeconds: null, stepSumSeconds: null };
    const view = {
      ...live.view,
      standard,
      promise: { ...live.view.promise, published: "late" as const, leftMs: null },
    };
    expect(verdictsOf({ view, sinceMs: 0 }).published).toMatchObject({
      standing: "missed",
      leftMs: undefined,
    });
  });
});

describe("print ladder", () => {
  const at = "2026-11-24T02:00:00Z";
  const job = (state: PrintJobView["state"], ...reached: string[]) =>
    rungsOf({ state, times: reached.map((name) => ({ state: name, at })) });
  const marks = (rungs: ReturnType<typeof rungsOf>) => rungs.map(({ state }) => state).join(" ");

  it("never ticks a card that nobody has proved, not even when the printer says done", () => {
    expect(marks(job("spooled", "accepted", "verified", "spooled"))).toBe("done done done now wait");
    expect(marks(job("reported", "accepted", "verified", "spooled", "reported"))).toBe(
      "done done done now wait",
    );
  });

  it("ticks everything once the card was scanned", () => {
    expect(marks(job("confirmed", "accepted", "verified", "spooled", "confirmed"))).toBe(
      "done done done done done",
    );
  });

  it("shows where a failed job stopped", () => {
    expect(marks(job("failed", "accepted"))).toBe("done stopped wait wait wait");
    expect(marks(job("failed", "accepted", "verified"))).toBe("done done stopped wait wait");
    expect(marks(job("vanished", "accepted", "verified", "spooled"))).toBe("done done done stopped wait");
  });
});

describe("the desk's small decisions", () => {
  it("follows the work inside a joined step", () => {
    expect(stationNow({ now: "print-and-handover", work: "print" })).toBe("print");
    expect(stationNow({ now: "print-and-handover", work: "handover" })).toBe("handover");
    expect(stationNow({ now: null, work: null })).toBeUndefined();
  });

  it("asks for the signature only at the last act of the hand-over", () => {
    const view = opened();
    const steps = view.steps.map((step) => ({
      ...step,
      state: step.key === "receipt" ? ("next" as const) : ("done" as const),
    }));
    expect(isLastStep({ ...view, steps, now: "handover" })).toBe(false);
    expect(isLastStep({ ...view, steps, now: "receipt" })).toBe(true);
  });

  it("does not take a touch by mistake for a signature", () => {
    expect(isSignature([[{ x: 0.5, y: 0.5 }]])).toBe(false);
    expect(
      isSignature([
        [
          { x: 0.2, y: 0.5 },
          { x: 0.4, y: 0.4 },
        ],
      ]),
    ).toBe(true);
  });

  it("has the board's columns in the order of the library's work, and one more while something lies astray", () => {
    const lying = (place: BoardCardView["place"]) => ({ place }) as BoardCardView;
    const laminating = ["to-laminate", "in-machine", "inspect"];
    expect(columnsOf({ route: ["cut", "laminate"], cards: [] })).toEqual(["to-cut", ...laminating, "ready"]);
    expect(columnsOf({ route: ["laminate", "cut"], cards: [] })).toEqual([...laminating, "to-cut", "ready"]);
    expect(columnsOf({ route: ["cut"], cards: [lying("held")] })).toEqual(["to-cut", "inspect", "ready"]);
    expect(columnsOf({ route: [], cards: [lying("ready")] })).toEqual(["ready"]);
  });

  it("finds a card on the board by a part of its name, its number or its ticket", () => {
    const card = { fullName: "Intan Permata", memberNo: "26110000371", ticket: "A-007" } as BoardCardView;
    expect([" permata", "0371", "a-007", "budi"].map((wanted) => matches(card, wanted))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(matches({ ...card, fullName: null, memberNo: null, ticket: null }, "a")).toBe(false);
  });

  it("orders devices stopped, soon, unknown, ready", () => {
    const device = (name: string, ...reasons: string[]) =>
      withReasons(makeDevice(name, ["scanner"], []), reasons);
    const list = [device("a"), device("b", "not-supervised"), device("c", "ribbon-low"), device("d", "jam")];
    expect(inOrder(list).map(({ device: name }) => name)).toEqual(["d", "c", "b", "a"]);
  });

  it("keeps the case in the address, and understands an address it wrote", () => {
    expect(parseHash(hashOf({ page: "desk", id: "abc" }))).toEqual({ page: "desk", id: "abc" });
    expect(parseHash("#/perangkat")).toEqual({ page: "devices", id: undefined });
    expect(parseHash("#/nonsense/x").page).toBe("desk");
  });
});

describe("texts", () => {
  const all = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(all)
        : [];

  it("blame nobody and shout at nobody", () => {
    expect([...all(id), ...all(en)].filter((text) => /!|\bmaaf\b|\bsorry\b/i.test(text))).toEqual([]);
  });

  it("never say that it failed and nothing more", () => {
    expect(all(id).filter((text) => /^gagal\.?$/i.test(text))).toEqual([]);
  });
});
