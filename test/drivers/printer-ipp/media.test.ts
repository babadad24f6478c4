import { describe, expect, it } from "vitest";
import { guessMatter } from "../../../drivers/printer-ipp/guess-matter.ts";
import { addressOf } from "../../../drivers/printer-ipp/ipp-address.ts";
import { decodeResponse } from "../../../drivers/printer-ipp/ipp-message.ts";
import { isCardSize } from "../../../drivers/printer-ipp/media-size.ts";
import { type Answer, encodeAnswer } from "./scripted-printer.ts";

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

describe("a queue found on this machine", () => {
  const guess = (printer: NonNullable<Answer["printer"]>) =>
    guessMatter(decodeResponse(encodeAnswer({ printer }, 1)).printers[0]!);
  const cards = "om_card_54x86mm";
  const a4 = "iso_a4_210x297mm";

  it.each([
    [
      "prints cards when that is its usual medium",
      { "media-default": cards, "media-supported": [a4, cards] },
      "card",
    ],
    ["prints cards when it takes nothing larger", { "media-supported": [cards] }, "card"],
    [
      "prints sheets when cards are only one tray of it",
      { "media-default": a4, "media-supported": [a4, cards] },
      "sheet",
    ],
    ["prints sheets on letter paper", { "media-supported": ["na_letter_8.5x11in"] }, "sheet"],
    ["prints cards by its model", { "printer-make-and-model": "Evolis Zenius" }, "card"],
    ["prints sheets when nothing is known of it", { "printer-make-and-model": "Local Raw Printer" }, "sheet"],
    ["is none of ours when it prints receipts", { "printer-make-and-model": "EPSON TM-T82X" }, undefined],
  ] as const)("%s", (_name, printer, expected) => {
    expect(guess(printer)).toBe(expected);
  });
});

describe("the address of a printer", () => {
  it.each([
    [
      "ipp://192.0.2.7/ipp/print",
      "http://192.0.2.7:631/ipp/print",
      "ipp://192.0.2.7:631/ipp/print",
      undefined,
    ],
    [
      "ipps://printer.local/ipp/print",
      "https://printer.local:631/ipp/print",
      "ipps://printer.local:631/ipp/print",
      undefined,
    ],
    [
      "http://localhost:631/printers/A",
      "http://localhost:631/printers/A",
      "ipp://localhost:631/printers/A",
      undefined,
    ],
    [
      "http+unix://%2Frun%2Fcups%2Fcups.sock/printers/A",
      "http://localhost/printers/A",
      "ipp://localhost/printers/A",
      "/run/cups/cups.sock",
    ],
  ])("%s", (uri, url, printerUri, socketPath) => {
    const address = addressOf(uri);
    expect([address.url.href, address.printerUri, address.socketPath]).toEqual([url, printerUri, socketPath]);
  });
});
