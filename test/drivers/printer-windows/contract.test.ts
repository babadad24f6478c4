import { describeCardPrinter } from "../../contract/card-printer.contract.ts";
import { temporaryFolder } from "../../contract/make-device.ts";
import { describeSheetPrinter } from "../../contract/sheet-printer.contract.ts";
import { FakeSpooler } from "../../harness/fake-spooler.ts";
import { DropSpooler, viewerOptions } from "./viewer-rig.ts";
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

describeSheetPrinter("printer-windows with a viewer process on a fake spooler", async () => {
  const drop = temporaryFolder();
  const spooler = new DropSpooler(drop);
  const folder = temporaryFolder();
  const again = async () => windowsPrinter(spooler, viewerOptions(drop), { folder });
  return {
    device: await again(),
    again,
    printsOut: () => spooler.tray.length,
    unplug: () => spooler.be("work-offline"),
    obstruct: () => spooler.be("door-open"),
  };
});
