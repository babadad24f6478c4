import { describe, expect, it } from "vitest";
import { WEDGE, Wedge } from "../../web/console/wedge.ts";

/** Types `text` with `gapMs` between keys, then the end key; answers with what was scanned. */
function type(wedge: Wedge, text: string, gapMs: number, end: string | undefined = "Enter", fromMs = 0) {
  let atMs = fromMs;
  for (const key of text) {
    wedge.press(key, atMs);
    atMs += gapMs;
  }
  return end === undefined ? wedge.silence(atMs - gapMs + WEDGE.silenceMs) : wedge.press(end, atMs);
}

describe("keyboard wedge", () => {
  it("takes a fast run with Enter for a scan", () => {
    expect(type(new Wedge(), "26110000412", 8)).toEqual({ kind: "scanned", text: "26110000412" });
  });

  it("takes Tab and plain silence for an end as well", () => {
    expect(type(new Wedge(), "AB-0412", 12, "Tab")).toEqual({ kind: "scanned", text: "AB-0412" });
    expect(type(new Wedge(), "26110000412", 20, undefined)).toEqual({ kind: "scanned", text: "26110000412" });
  });

  it("leaves a person's typing alone", () => {
    expect(type(new Wedge(), "dewi kusuma", 110).kind).toBe("typing");
  });

  it("leaves three quick characters alone", () => {
    expect(type(new Wedge(), "412", 8).kind).toBe("typing");
  });

  it("forgives one slow gap, because the median decides", () => {
    const wedge = new Wedge();
    for (const [index, key] of [..."26110"].entries()) wedge.press(key, index * 10);
    for (const [index, key] of [..."000412"].entries()) wedge.press(key, 130 + index * 10);
    expect(wedge.press("Enter", 195)).toEqual({ kind: "scanned", text: "26110000412" });
  });

  it("starts anew after a pause, so that what was typed before is not part of the scan", () => {
    const wedge = new Wedge();
    for (const [index, key] of [..."dewi"].entries()) wedge.press(key, index * 150);
    expect(type(wedge, "26110000412", 8, "Enter", 2_000)).toEqual({ kind: "scanned", text: "26110000412" });
  });

  it("tells where a run begins, so that the page can remember what the field held", () => {
    const wedge = new Wedge();
    expect(wedge.press("2", 0).kind).toBe("begins");
    expect(wedge.press("6", 10).kind).toBe("typing");
    expect(wedge.press("1", 500).kind).toBe("begins");
  });

  it("swallows the second Enter of a scanner that sends CR and LF", () => {
    const wedge = new Wedge();
    type(wedge, "26110000412", 8);
    expect(wedge.press("Enter", 95)).toEqual({ kind: "scanned", text: "" });
    expect(wedge.press("Enter", 900).kind).toBe("typing");
  });

  it("keeps capitals, although Shift comes between them", () => {
    const wedge = new Wedge();
    for (const [index, key] of ["Shift", "K", "Shift", "T", "A", "1"].entries()) wedge.press(key, index * 8);
    expect(wedge.press("Enter", 60)).toEqual({ kind: "scanned", text: "KTA1" });
  });
});
