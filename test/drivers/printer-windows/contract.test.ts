import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describeCardPrinter } from "../../contract/card-printer.contract.ts";
import { temporaryFolder } from "../../contract/make-device.ts";
import { describeSheetPrinter } from "../../contract/sheet-printer.contract.ts";
import { FakeSpooler } from "../../harness/fake-spooler.ts";
import { windowsPrinter } from "./windows-printer-rig.ts";

describeCardPrinter("printer-windows on a fake spooler", async () => {
  const spooler = new FakeSpooler();
  const folder = temporaryFolder();
  const again = async () => windowsPrinter(spooler, {}, { folder });
  return {
    device: await again(),
    again,
    cardsOut: () => spooler.tray.length,
    unplug: () => spooler.be("work-offline"),
    obstruct: () => spooler.be("door-open"),
  };
});
