import { describe, expect, it } from "vitest";
import { prefixesOf, wedgeWith } from "../../web/scanning/desk-wedges.ts";
import { WEDGE } from "../../web/scanning/run.ts";
import { Wedge, type WedgeVerdict } from "../../web/scanning/wedge.ts";

const scanned = (text: string, prefix = "", before = ""): WedgeVerdict => ({
  kind: "scanned",
  scan: { text, prefix, before },
});

/** Presses the keys `gapMs` apart. */
function press(wedge: Wedge, keys: Iterable<string>, gapMs: number, fromMs = 0): WedgeVerdict {
  let [verdict, atMs]: [WedgeVerdict, number] = [{ kind: "typing" }, fromMs];
  for (const key of keys) {
    verdict = wedge.press(key, atMs);
    atMs += gapMs;
  }
  return verdict;
}

/** Types `text`, then the end key; answers with what was scanned. */
function type(wedge: Wedge, text: string, gapMs: number, end: string | undefined = "Enter", fromMs = 0) {
  if (end !== undefined) return press(wedge, [...text, end], gapMs, fromMs);
  press(wedge, text, gapMs, fromMs);
  return wedge.silence(fromMs + (text.length - 1) * gapMs + WEDGE.silenceMs);
}

describe("keyboard wedge", () => {
  it("takes a fast run with Enter for a scan", () => {
    expect(type(new Wedge(), "26110000412", 8)).toEqual(scanned("26110000412"));
  });

  it("takes Tab and plain silence for an end as well", () => {
    expect(type(new Wedge(), "AB-0412", 12, "Tab")).toEqual(scanned("AB-0412"));
    expect(type(new Wedge(), "26110000412", 20, undefined)).toEqual(scanned("26110000412"));
  });

  it("leaves a person's typing alone", () => {
    expect(type(new Wedge(), "dewi kusuma", 110).kind).toBe("typing");
  });

  it("leaves three quick characters alone", () => {
    expect(type(new Wedge(), "412", 8).kind).toBe("typing");
  });

  it("forgives one slow gap, because the median decides", () => {
    const wedge = new Wedge();
    press(wedge, "26110", 10);
    press(wedge, "000412", 10, 130);
    expect(wedge.press("Enter", 195)).toEqual(scanned("26110000412"));
  });

  it("starts anew after a pause, so that what was typed before is not part of the scan", () => {
    const wedge = new Wedge();
    press(wedge, "dewi", 150);
    expect(type(wedge, "26110000412", 8, "Enter", 2_000)).toEqual(scanned("26110000412"));
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
    expect(wedge.press("Enter", 95)).toEqual({ kind: "echo" });
    expect(wedge.press("Enter", 900).kind).toBe("typing");
  });

  it("keeps capitals, although Shift comes between them", () => {
    const wedge = new Wedge();
    expect(press(wedge, ["Shift", "K", "Shift", "T", "A", "1", "Enter"], 8)).toEqual(scanned("KTA1"));
  });

  it("undoes Caps Lock, which turns a scanner's letters round", () => {
    const wedge = new Wedge();
    for (const [index, key] of [..."kta-9Z"].entries()) wedge.press(key, index * 8, true);
    expect(wedge.press("Enter", 60)).toEqual(scanned("KTA-9z"));
  });

  it("hears a scanner that presses Enter before the code, in the middle of a text as well", () => {
    const wedge = new Wedge();
    press(wedge, ["Enter", ..."26110000412"], 8);
    expect(wedge.silence(88 + WEDGE.silenceMs, true)).toEqual(scanned("26110000412"));
  });

  it("takes no silence among a person's text for the end of a scan that is not certain", () => {
    const wedge = new Wedge();
    press(wedge, "26110000412", 8);
    expect(wedge.silence(500, true).kind).toBe("typing");
  });

  it("takes neither a shortcut nor a key that is held down for part of a scan", () => {
    const wedge = new Wedge();
    press(wedge, "2611", 8);
    wedge.interrupt();
    expect(press(wedge, ["0", "4", "Enter"], 8, 40).kind).toBe("typing");
  });

  it("takes nothing endless for a code, nor its tail", () => {
    expect(type(new Wedge(), "x".repeat(100_000), 1).kind).toBe("typing");
    expect(type(new Wedge(), "x".repeat(WEDGE.most + 5), 1).kind).toBe("typing");
  });
});

describe("keyboard wedge with a prefix", () => {
  const wedgeOf = (...prefixes: string[]) => new Wedge(() => prefixes);

  it("takes nothing without it, and leaves it out of the text", () => {
    expect(type(wedgeOf("~"), "26110000412", 8).kind).toBe("typing");
    expect(type(wedgeOf("~"), "~26110000412", 8)).toEqual(scanned("26110000412", "~"));
  });

  it("needs no fourth character of the code itself", () => {
    expect(type(wedgeOf("~>"), "~>41", 8)).toEqual(scanned("41", "~>"));
    expect(type(wedgeOf("~>"), "~>", 8).kind).toBe("typing");
  });

  it("gives back what a person had typed in the same breath", () => {
    const wedge = wedgeOf("~");
    wedge.press("d", 0);
    expect(type(wedge, "~26110000412", 8, "Enter", 110)).toEqual(scanned("26110000412", "~", "d"));
  });

  it("is certain of it after a silence among text", () => {
    const wedge = wedgeOf("~");
    press(wedge, "~26110000412", 8);
    expect(wedge.silence(500, true)).toEqual(scanned("26110000412", "~"));
  });

  it("tells two scanners apart, the longer prefix first, and lets one without any count too", () => {
    expect(type(wedgeOf("~", "~>"), "~>A-12", 8)).toEqual(scanned("A-12", "~>"));
    expect(type(wedgeOf("~", ""), "A-12", 8)).toEqual(scanned("A-12"));
  });
});

describe("the keyboard scanners of a desk", () => {
  const camera = { device: "desk-1-camera", wedgePrefix: null };
  const one = { device: "desk-1-wedge", wedgePrefix: "~" };
  const bare = { device: "desk-1-bare", wedgePrefix: "" };

  it("say what they send before each code", () => {
    expect(prefixesOf([camera])).toEqual([]);
    expect(prefixesOf([camera, one, bare])).toEqual(["~", ""]);
  });

  it("are known by it, unless two send the same", () => {
    expect(wedgeWith([camera, one, bare], "~")).toBe("desk-1-wedge");
    expect(wedgeWith([camera, one, bare], "")).toBe("desk-1-bare");
    expect(wedgeWith([one, { ...bare, wedgePrefix: "~" }], "~")).toBeUndefined();
  });
});
