import { describe, expect, it } from "vitest";
import { readState } from "../../../drivers/printer-evolis/printer-state.ts";

describe("a state as the service words it", () => {
  it.each([
    ["READY,PRINTER_READY", []],
    ["READY,BUSY", []],
    ["READY,INF_PRINTING_RUNNING", []],
    ["READY,INF_SLEEP_MODE", []],
    ["OFF,PRINTER_OFFLINE", ["not-connected"]],
    ["OFF,PRINTER_NOT_SUPERVISED", ["not-supervised"]],
    ["OFF,PRINTER_STATUS_DISABLED", ["not-supervised"]],
    ["ERROR,DEF_COVER_OPEN", ["cover-open"]],
    ["ERROR,ERR_COVER_OPEN", ["cover-open"]],
    ["ERROR,COVER_OPEN (DEF)", ["cover-open"]],
    ["ERROR,DEF_NO_RIBBON", ["ribbon-empty"]],
    ["ERROR,DEF_RIBBON_ENDED", ["ribbon-empty"]],
    ["ERROR,ERR_RIBBON_ENDED", ["ribbon-empty"]],
    ["ERROR,RIBBON_ENDED (DEF)", ["ribbon-empty"]],
    ["ERROR,RIBBON_ENDED", ["ribbon-empty"]],
    ["ERROR,DEF_UNSUPPORTED_RIBBON", ["ribbon-wrong"]],
    ["ERROR,ERR_BAD_RIBBON", ["ribbon-wrong"]],
    ["WARNING,INF_RIBBON_LOW", ["ribbon-low"]],
    ["ERROR,DEF_FEEDER_EMPTY", ["cards-empty"]],
    ["ERROR,FEEDER_EMPTY (ERR_FEEDER_ERROR)", ["cards-empty"]],
    ["ERROR,ERR_FEEDER_ERROR", ["cards-empty"]],
    ["ERROR,DEF_WAIT_CARD", ["cards-empty"]],
    ["WARNING,INF_FEEDER_NEAR_EMPTY", ["cards-low"]],
    ["ERROR,DEF_HOPPER_FULL", ["output-full"]],
    ["ERROR,ERR_HOPPER_FULL", ["output-full"]],
    ["ERROR,ERR_REJECT_BOX_FULL", ["output-full"]],
    ["ERROR,DEF_CARD_ON_EJECT", ["output-full"]],
    ["WARNING,INF_CLEANING", ["cleaning-due"]],
    ["WARNING,INF_CLEANING_ADVANCED", ["cleaning-due"]],
    ["WARNING,INF_CLEANING_REQUIRED", ["cleaning-required"]],
    ["WARNING,INF_CLEAN_LAST_OUTWARRANTY", ["cleaning-required"]],
    ["WARNING,DEF_COOLING", ["cooling"]],
    ["ERROR,ERR_HEAD_TEMP", ["cooling"]],
    ["ERROR,ERR_MECHANICAL", ["jam"]],
    ["ERROR,ERR_RIBBON_ERROR", ["jam"]],
    ["WARNING,INF_WRONG_ZONE_ALERT", ["ribbon-foreign"]],
    ["ERROR,INF_WRONG_ZONE_EXPIRED", ["ribbon-wrong"]],
    ["WARNING,INF_LAMI_TEMP_NOT_READY", ["laminator-warming"]],
    ["WARNING,INF_LAMINATE_LOW", ["laminate-low"]],
    ["ERROR,DEF_LAMINATE_END", ["laminate-empty"]],
    ["ERROR,DEF_LAMI_COVER_OPEN", ["cover-open"]],
    [" READY , PRINTER_READY \n", []],
  ] as const)("%s means %j", (text, reasons) => {
    expect(readState(text)).toMatchObject({ reasons, unknown: [] });
  });

  it.each([
    ["READY,INF_GLITTER", []],
    ["WARNING,INF_GLITTER", []],
    ["ERROR,CFG_GLITTER", ["needs-attention"]],
    ["OFF,GLITTER", ["not-connected"]],
    ["ERROR,constructor", ["needs-attention"]],
    ["WARNING,GLITTER (INF_SPARKLE)", []],
  ] as const)(
    "%s, which nobody has published, is weighed by its major alone and shown as itself",
    (text, reasons) => {
      expect(readState(text)).toMatchObject({ reasons, unknown: [text.split(",")[1]] });
    },
  );

  it("of an error that the printer calls ready needs somebody all the same", () => {
    expect(readState("ERROR,PRINTER_READY").reasons).toEqual(["needs-attention"]);
  });

  it.each([
    ["READY,BUSY", "busy"],
    ["WARNING,INF_PRINTING_RUNNING", "busy"],
    ["READY,PRINTER_READY", "resting"],
    ["WARNING,INF_RIBBON_LOW", "resting"],
    ["ERROR,DEF_FEEDER_EMPTY", "resting"],
    ["ERROR,ERR_FEEDER_ERROR", "stopped"],
    ["ERROR,FEEDER_EMPTY", "stopped"],
    ["ERROR,ERR_RIBBON_ENDED", "stopped"],
    ["ERROR,DEF_COVER_OPEN", "stopped"],
    ["WARNING,DEF_COOLING", "stopped"],
    ["OFF,PRINTER_NOT_SUPERVISED", "unknown"],
    ["WARNING,PRINTER_STATUS_DISABLED", "unknown"],
  ] as const)("%s is a printer that is %s", (text, activity) => {
    expect(readState(text).activity).toBe(activity);
  });

  it.each([
    "",
    "READY",
    "READY,",
    "HAPPY,PRINTER_READY",
    "ready,busy",
    "READY;BUSY",
    `READY,${"X".repeat(101)}`,
  ])("%j is no state", (text) => {
    expect(() => readState(text)).toThrow("DEVICE_BAD_ANSWER");
  });
});
