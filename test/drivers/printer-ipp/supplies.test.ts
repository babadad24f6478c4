import { describe, expect, it } from "vitest";
import { decodeResponse } from "../../../drivers/printer-ipp/ipp-message.ts";
import type { Matter } from "../../../drivers/printer-ipp/state-words.ts";
import { readSupplies } from "../../../drivers/printer-ipp/supplies.ts";
import { type Answer, encodeAnswer } from "./scripted-printer.ts";

const supplies = (printer: NonNullable<Answer["printer"]>, matter: Matter = "sheet") =>
  readSupplies(decodeResponse(encodeAnswer({ printer }, 1)).printers[0]!, matter, 10);

describe("the supplies of a printer", () => {
  it("are its markers, with the printer's own threshold, and no waste box", () => {
    const markers = {
      "marker-names": ["Black", "Cyan", "Waste"],
      "marker-types": ["toner-cartridge", "toner-cartridge", "waste-toner"],
      "marker-levels": [60, 9, 80],
      "marker-low-levels": [10, 10, 10],
    };
    expect(supplies(markers)).toEqual([
      { kind: "ink", name: "Black", left: undefined, percent: 60, isLow: false },
      { kind: "ink", name: "Cyan", left: undefined, percent: 9, isLow: true },
    ]);
    expect(supplies(markers, "card").map(({ kind }) => kind)).toEqual(["ribbon", "ribbon"]);
  });

  it.each([-1, -2, -3, 101, 2_000_000])("say nothing about how much is left for the level %i", (level) => {
    expect(supplies({ "marker-names": "Ink", "marker-levels": level })).toEqual([
      { kind: "ink", name: "Ink", left: undefined, percent: undefined, isLow: false },
    ]);
  });

  it("are named without a level where the lists are of different lengths", () => {
    const read = supplies({ "marker-names": ["A", "B"], "marker-levels": [50] });
    expect(read.map(({ percent }) => percent)).toEqual([50, undefined]);
  });

  it("come from printer-supply where there are no markers, with the share worked out", () => {
    expect(
      supplies({
        "printer-supply": [
          "index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;",
          "index=2;class=supplyThatIsConsumed;type=tonerCartridge;unit=impressions;maxcapacity=3000;level=1500;",
          "index=3;class=supplyThatIsConsumed;type=ink;unit=percent;maxcapacity=-2;level=7;",
          "index=4;class=supplyThatIsConsumed;type=ink;unit=percent;maxcapacity=100;level=-3;colorantname=cyan",
          "index=5;class=supplyThatIsConsumed;type=opc;unit=percent;maxcapacity=100;level=4;",
        ],
        "printer-supply-description": ["Waste", "Black toner", "Yellow"],
      }).map(({ name, percent }) => [name, percent]),
    ).toEqual([
      ["Black toner", 50],
      ["Yellow", 7],
      ["cyan", undefined],
    ]);
  });

  it("are low at the desk's own threshold where the printer names none, and at the printer's where it does", () => {
    const low = (percent: number, threshold?: number) =>
      supplies({
        ...{ "marker-names": "Ribbon", "marker-levels": percent },
        ...(threshold === undefined ? {} : { "marker-low-levels": threshold }),
      }).map(({ isLow }) => isLow);
    expect([low(11), low(10), low(0)]).toEqual([[false], [true], [true]]);
    expect([low(7, 5), low(5, 5)]).toEqual([[false], [true]]);
    const level = (left: number): string =>
      `index=1;class=supplyThatIsConsumed;type=ink;unit=percent;maxcapacity=100;level=${left};`;
    expect(supplies({ "printer-supply": [level(11), level(7)] }).map(({ isLow }) => isLow)).toEqual([
      ...[false, true],
    ]);
  });

  it("are none for a printer that tells nothing, or garbage", () => {
    expect(supplies({ "printer-state": 3 })).toEqual([]);
    expect(supplies({ "printer-supply": ["", ";;;==;", "level", "x".repeat(2_000)] })).toHaveLength(4);
  });
});
