import { describe, expect, it } from "vitest";
import { decodeResponse } from "../../../drivers/printer-ipp/ipp-message.ts";
import { parseReference, readJob, referenceOf } from "../../../drivers/printer-ipp/job-state.ts";
import { readPrinter } from "../../../drivers/printer-ipp/printer-state.ts";
import type { Matter } from "../../../drivers/printer-ipp/state-words.ts";
import { type Answer, encodeAnswer } from "./scripted-printer.ts";

const answer = (given: Answer) => decodeResponse(encodeAnswer(given, 1));

describe("what a printer says of itself", () => {
  const reading = (printer: Answer["printer"], matter: Matter = "card") =>
    readPrinter(answer({ printer: printer ?? {} }).printers[0]!, matter, 10);
  const saying = (matter: Matter, ...keywords: string[]) =>
    reading({ "printer-state": 3, "printer-state-reasons": keywords }, matter);

  it.each([
    ["none", [], []],
    ["media-empty", ["cards-empty"], ["paper-empty"]],
    ["media-empty-error", ["cards-empty"], ["paper-empty"]],
    ["media-empty-warning", ["cards-empty"], ["paper-empty"]],
    ["media-empty-report", [], []],
    ["media-needed-error", ["cards-empty"], ["paper-empty"]],
    ["input-tray-missing", ["cards-empty"], ["paper-empty"]],
    ["media-low-warning", ["cards-low"], ["paper-low"]],
    ["media-jam-error", ["jam"], ["jam"]],
    ["marker-supply-low-report", [], []],
    ["marker-supply-low-warning", ["ribbon-low"], ["ink-low"]],
    ["marker-supply-empty-error", ["ribbon-empty"], ["ink-empty"]],
    ["toner-empty-warning", ["ribbon-empty"], ["ink-empty"]],
    ["toner-low", ["ribbon-low"], ["ink-low"]],
    ["marker-waste-full", ["cleaning-required"], ["needs-attention"]],
    ["cleaner-life-almost-over", ["cleaning-due"], []],
    ["cover-open", ["cover-open"], ["cover-open"]],
    ["door-open-error", ["cover-open"], ["cover-open"]],
    ["output-area-full-warning", ["output-full"], ["output-full"]],
    ["paused", ["stopped"], ["stopped"]],
    ["hold-new-jobs", ["stopped"], ["stopped"]],
    ["offline-report", ["not-connected"], ["not-connected"]],
    ["connecting-to-device", ["slow"], ["slow"]],
    ["timed-out", ["not-responding"], ["not-responding"]],
    ["other", ["needs-attention"], ["needs-attention"]],
    ["other-error", ["needs-attention"], ["needs-attention"]],
    ["other-warning", [], []],
    ["input-manual-input-request", ["needs-attention"], ["needs-attention"]],
    ["subunit-unrecoverable-failure-error", ["needs-attention"], ["needs-attention"]],
    ["constructor", [], []],
    ["com.example-glitter-low-error", [], []],
  ] as const)("%s means %j of cards and %j of sheets", (keyword, ofCards, ofSheets) => {
    expect(saying("card", keyword).reasons).toEqual(ofCards);
    expect(saying("sheet", keyword).reasons).toEqual(ofSheets);
  });

  it("names what it does not know as itself, at most ten words of sixty characters", () => {
    const strange = [
      "com.example-glitter-low-error",
      "constructor",
      "other-warning",
      "cups-missing-filter-warning",
    ];
    expect(saying("card", "none", "cups-waiting-for-job-completed", ...strange).unknown).toEqual(strange);
    const many = saying("card", ...Array.from({ length: 30 }, (_, index) => `${index}${"x".repeat(200)}`));
    expect(many.unknown).toHaveLength(10);
    expect(many.unknown.every((word) => word.length === 60)).toBe(true);
  });

  it("stopped without a reason is stopped; stopped for want of cards is out of cards", () => {
    const stopped = (reasons: string, isAccepting = true) =>
      reading({
        "printer-state": 5,
        "printer-state-reasons": reasons,
        "printer-is-accepting-jobs": isAccepting,
      }).reasons;
    expect(stopped("none")).toEqual(["stopped"]);
    expect(stopped("media-empty-error")).toEqual(["cards-empty"]);
    expect(stopped("media-empty-error", false)).toEqual(["cards-empty", "stopped"]);
  });

  it("is its model, its firmware, and the serial number of its IEEE 1284 id", () => {
    const { identity } = reading({
      "printer-make-and-model": "Example 5",
      "printer-firmware-string-version": ["1.2", "boot 9"],
      "printer-device-id": "MFG:Example;MDL:5;SN: X-12 ;CMD:PDF;",
    });
    expect(identity).toMatchObject({ model: "Example 5", firmware: "1.2, boot 9", serial: "X-12" });
    expect(reading({ "printer-device-id": "MFG:Example;MDL:SN5;" }).identity).toEqual({
      ...{ model: undefined, serial: undefined, firmware: undefined, deviceUri: undefined },
    });
  });
});

describe("what became of a job", () => {
  const job = { id: 4, name: "0190-a" };
  const outcome = (state: number, reasons: string[] = ["none"], name = "0190-a") =>
    readJob(answer({ job: { "job-state": state, "job-state-reasons": reasons, "job-name": name } }), job);

  it.each([
    [3, [], "pending"],
    [4, [], "pending"],
    [5, ["job-printing"], "pending"],
    [6, ["printer-stopped"], "pending"],
    [7, ["job-canceled-by-user"], "cancelled"],
    [7, ["job-canceled-by-operator"], "cancelled"],
    [7, ["job-canceled-at-device"], "cancelled"],
    [7, ["job-canceled-by-user", "processing-to-stop-point"], "cancelled"],
    [7, ["processing-to-stop-point"], "aborted"],
    [7, ["aborted-by-system"], "aborted"],
    [8, ["aborted-by-system"], "aborted"],
    [9, ["job-completed-successfully"], "completed"],
    [9, ["job-completed-with-warnings"], "completed"],
    [9, ["job-completed-with-errors"], "aborted"],
  ])("state %i for %j is %s", (state, reasons, expected) => {
    expect(outcome(state, reasons.length > 0 ? reasons : ["none"])).toBe(expected);
  });

  it("is vanished when the printer does not know it, or knows another one by its number", () => {
    expect(readJob(answer({ status: 0x0406 }), job)).toBe("vanished");
    expect(readJob(answer({ status: 0x0407 }), job)).toBe("vanished");
    expect(outcome(9, ["none"], "somebody else's")).toBe("vanished");
    expect(readJob(answer({ job: { "job-state": 9 } }), job)).toBe("completed");
  });

  it("is open when the answer does not say", () => {
    expect(readJob(answer({ status: 0x0500 }), job)).toBeUndefined();
    expect(readJob(answer({}), job)).toBeUndefined();
  });

  it("is asked for by a reference that holds number and name", () => {
    expect(parseReference(referenceOf(job))).toEqual(job);
    expect(parseReference("17")).toEqual({ id: 17, name: undefined });
    for (const strange of ["", "x", "-1", "1e3", "99999999999"]) {
      expect(parseReference(strange), strange).toBeUndefined();
    }
  });
});
