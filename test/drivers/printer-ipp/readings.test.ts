import { describe, expect, it } from "vitest";
import { isCardSize } from "../../../drivers/printer-ipp/card-document.ts";
import { decodeResponse } from "../../../drivers/printer-ipp/ipp-message.ts";
import { parseReference, readJob, referenceOf } from "../../../drivers/printer-ipp/job-state.ts";
import { readPrinter } from "../../../drivers/printer-ipp/printer-state.ts";
import { type Answer, encodeAnswer } from "./scripted-printer.ts";

const answer = (given: Answer) => decodeResponse(encodeAnswer(given, 1));

describe("what a printer says of itself", () => {
  const reasonsFor = (...keywords: string[]) =>
    readPrinter(answer({ printer: { "printer-state": 3, "printer-state-reasons": keywords } }).printer);

  it.each([
    ["none", []],
    ["media-empty", ["cards-empty"]],
    ["media-empty-error", ["cards-empty"]],
    ["media-empty-warning", ["cards-empty"]],
    ["media-empty-report", []],
    ["media-needed-error", ["cards-empty"]],
    ["media-low-warning", ["cards-low"]],
    ["media-jam-error", ["jam"]],
    ["marker-supply-low-report", []],
    ["marker-supply-low-warning", ["ribbon-low"]],
    ["marker-supply-empty-error", ["ribbon-empty"]],
    ["toner-empty-warning", ["ribbon-empty"]],
    ["cover-open", ["cover-open"]],
    ["door-open-error", ["cover-open"]],
    ["output-area-full-warning", ["output-full"]],
    ["paused", ["stopped"]],
    ["offline-report", ["not-connected"]],
    ["connecting-to-device", ["slow"]],
    ["timed-out", ["not-responding"]],
    ["constructor", []],
    ["com.example-glitter-low-error", []],
  ] as const)("%s means %j", (keyword, reasons) => {
    expect(reasonsFor(keyword).reasons).toEqual(reasons);
  });

  it("names what it does not know as itself", () => {
    expect(
      reasonsFor("none", "cups-waiting-for-job-completed", "com.example-glitter-low-error", "constructor")
        .unknown,
    ).toEqual(["com.example-glitter-low-error", "constructor"]);
  });

  it("stopped without a reason is stopped; stopped for want of cards is out of cards", () => {
    const stopped = (reasons: string, isAccepting = true) =>
      readPrinter(
        answer({
          printer: {
            "printer-state": 5,
            "printer-state-reasons": reasons,
            "printer-is-accepting-jobs": isAccepting,
          },
        }).printer,
      ).reasons;
    expect(stopped("none")).toEqual(["stopped"]);
    expect(stopped("media-empty-error")).toEqual(["cards-empty"]);
    expect(stopped("media-empty-error", false)).toEqual(["cards-empty", "stopped"]);
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

describe("a medium of card size", () => {
  it.each([
    ["om_card_54x86mm", true],
    ["custom_cr80_53.98x85.6mm", true],
    ["custom_cr80_85.6x53.98mm", true],
    ["custom_id1_2.13x3.37in", true],
    ["iso_a4_210x297mm", false],
    ["oe_business-card_2x3.5in", false],
    ["custom_min_53.98x85.6mm", false],
    ["card", false],
  ])("%s: %s", (media, expected) => {
    expect(isCardSize(media)).toBe(expected);
  });
});
