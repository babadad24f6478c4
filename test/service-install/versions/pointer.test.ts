import { describe, expect, it } from "vitest";
import {
  confirmed,
  isRuledOut,
  nextStart,
  onTrial,
  type Pointer,
  pointerOf,
  TRIAL_STARTS,
  takenBack,
  trusted,
  withoutDamaged,
  withStartGivenBack,
} from "../../../service-install/versions/pointer.ts";

const AT = "2026-11-27T01:00:00.000Z";
const BASE = "0.1.0";
const start = (pointer: Pointer, base = BASE) => nextStart(pointer, base, AT);

describe("which version a desk starts", () => {
  it("is the package's own until there was an update", () => {
    expect(start(pointerOf(BASE))).toMatchObject({ version: BASE, onTrial: false });
  });

  it("is a new version on trial, counted before each start, and the old one when it never said that it is well", () => {
    let pointer = onTrial(pointerOf(BASE), "0.2.0");
    for (let left = TRIAL_STARTS - 1; left >= 0; left--) {
      const next = start(pointer);
      expect(next).toMatchObject({
        version: "0.2.0",
        onTrial: true,
        pointer: { trial: { startsLeft: left } },
      });
      pointer = next.pointer;
    }
    const fallen = start(pointer);
    expect(fallen).toMatchObject({ version: BASE, onTrial: false });
    expect(fallen.pointer).toEqual({
      current: BASE,
      failed: [{ version: "0.2.0", why: "never-healthy", at: AT }],
    });
    expect(isRuledOut(fallen.pointer, "0.2.0")).toBe(true);
  });

  it("is the new version for good once it is confirmed, and the one before it is remembered", () => {
    const pointer = confirmed(start(onTrial(pointerOf(BASE), "0.2.0")).pointer, BASE);
    expect(pointer).toEqual({
      ...{ current: "0.2.0", previous: BASE, failed: [] },
      probation: { startsLeft: TRIAL_STARTS - 1 },
    });
    expect(start(pointer)).toMatchObject({ version: "0.2.0", onTrial: false });
    const forGood = trusted(pointer);
    expect(forGood).toEqual({ current: "0.2.0", previous: BASE, failed: [] });
    expect(start(forGood).pointer).toBe(forGood);
  });

  it("is the one before when a confirmed one ends again and again before it is trusted", () => {
    let pointer: Pointer = confirmed(onTrial(pointerOf(BASE), "0.2.0"), BASE);
    for (let starts = 2; starts <= TRIAL_STARTS; starts++) {
      const next = start(pointer);
      expect(next).toMatchObject({ version: "0.2.0", onTrial: false });
      pointer = next.pointer;
    }
    const fallen = start(pointer);
    expect(fallen).toEqual({
      ...{ version: BASE, onTrial: false },
      pointer: { current: BASE, failed: [{ version: "0.2.0", why: "not-steady", at: AT }] },
    });
    expect(isRuledOut(fallen.pointer, "0.2.0")).toBe(true);
    expect(start(fallen.pointer).pointer).toBe(fallen.pointer);
  });

  it("stays the confirmed one however often somebody ends it in good order", () => {
    let pointer: Pointer = confirmed(onTrial(pointerOf(BASE), "0.2.0"), BASE);
    for (let days = 0; days < 10; days++) {
      const next = start(pointer);
      expect(next.version).toBe("0.2.0");
      pointer = withStartGivenBack(next.pointer);
    }
    expect(pointer.probation).toEqual({ startsLeft: TRIAL_STARTS - 1 });
  });

  it("is a newer package over one that has yet to prove itself, which nobody blames", () => {
    const pointer = confirmed(onTrial(pointerOf(BASE), "0.2.0"), BASE);
    const next = start(pointer, "0.3.0");
    expect(next.version).toBe("0.3.0");
    expect(next.pointer).toEqual({ current: "0.2.0", previous: BASE, failed: [] });
  });

  it("trusts the version that somebody wants to replace: it is what is come back to", () => {
    const pointer = onTrial(confirmed(onTrial(pointerOf(BASE), "0.2.0"), BASE), "0.3.0");
    expect(pointer.probation).toBeUndefined();
  });

  it("is a newer package, over an update and over a trial", () => {
    const updated: Pointer = { current: "0.2.0", previous: BASE, failed: [] };
    expect(start(updated, "0.3.0").version).toBe("0.3.0");
    expect(start(updated, "0.2.0").version).toBe("0.2.0");
    const trial = start(onTrial(updated, "0.2.5"), "0.3.0");
    expect(trial).toMatchObject({ version: "0.3.0", onTrial: false });
    expect(trial.pointer.trial).toBeUndefined();
    expect(trial.pointer.failed).toEqual([]);
  });

  it("is the one before when the files of the current one are damaged, and the package's when both are", () => {
    const updated: Pointer = { current: "0.3.0", previous: "0.2.0", failed: [] };
    const once = withoutDamaged(updated, "0.3.0", BASE, AT);
    expect(start(once).version).toBe("0.2.0");
    expect(start(withoutDamaged(once, "0.2.0", BASE, AT)).version).toBe(BASE);
    expect(isRuledOut(once, "0.3.0")).toBe(false);
  });

  it("stays the same when a trial's files are damaged", () => {
    const updated: Pointer = { current: "0.2.0", previous: BASE, failed: [] };
    const without = withoutDamaged(onTrial(updated, "0.3.0"), "0.3.0", BASE, AT);
    expect(without).toMatchObject({ current: "0.2.0", previous: BASE });
    expect(without.trial).toBeUndefined();
  });

  it("is the one before when somebody goes back, and what was left is not offered again", () => {
    const back = takenBack({ current: "0.2.0", previous: BASE, failed: [] }, BASE, AT);
    expect(start(back).version).toBe(BASE);
    expect(isRuledOut(back, "0.2.0")).toBe(true);
    expect(back.previous).toBeUndefined();
  });
});
