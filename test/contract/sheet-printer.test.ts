import { onTestFinished } from "vitest";
import type { Device } from "../../src/devices/index.ts";
import { Cupsd } from "../harness/cupsd.ts";
import { IppEvePrinter } from "../harness/ippeveprinter.ts";
import { hardware, makeDevice, temporaryFolder } from "./make-device.ts";
import { describeSheetPrinter } from "./sheet-printer.contract.ts";

describeSheetPrinter("simulator", async () => {
  const folder = temporaryFolder();
  const again = (): Promise<Device> => makeDevice("simulator-sheet-printer", { printMs: 30 }, { folder });
  const device = await again();
  const simulate = (fault: string): void => device.capability("simulation")!.simulate([fault]);
  return {
    device,
    again,
    printsOut: () => device.capability("simulation.tray")!.count,
    unplug: () => simulate("unplug"),
    obstruct: () => simulate("paper-out"),
  };
});

async function slowPrinter(): Promise<IppEvePrinter> {
  const printer = await IppEvePrinter.start();
  onTestFinished(() => printer[Symbol.asyncDispose]());
  printer.behave("slow");
  return printer;
}

describeSheetPrinter("printer-ipp with ippeveprinter", async () => {
  const printer = await slowPrinter();
  const options = { uri: printer.uri, prints: "sheet", pollMs: 50, watchMs: 50, lostAfterMs: 200 };
  const again = (): Promise<Device> => makeDevice("printer-ipp", options);
  return {
    device: await again(),
    again,
    printsOut: () => printer.tray.length,
    unplug: () => printer.switchOff(),
    obstruct: () => printer.switchOff(),
  };
});

describeSheetPrinter("printer-ipp with a queue of CUPS", async () => {
  const printer = await slowPrinter();
  const cups = await Cupsd.start();
  onTestFinished(() => cups[Symbol.asyncDispose]());
  const uri = cups.addQueue("kantor", printer.uri);
  const options = { uri, prints: "sheet", pollMs: 50, watchMs: 50, lostAfterMs: 200 };
  const again = (): Promise<Device> => makeDevice("printer-ipp", options);
  return {
    device: await again(),
    again,
    printsOut: () => printer.tray.length,
    // What a queue hangs on is its print server. A document that has reached the printer would come out all the same.
    unplug: () => {
      printer.behave("hang");
      return cups[Symbol.asyncDispose]();
    },
    obstruct: () => cups.admin("cupsdisable", "kantor"),
  };
});

// HARDWARE_SHEET_PRINTER='{"driver":"printer-ipp","options":{"uri":"http://localhost:631/printers/Kantor","prints":"sheet"}}': prints!
const real = hardware("HARDWARE_SHEET_PRINTER");
if (real) {
  const again = (): Promise<Device> => makeDevice(real.driver, real.options);
  describeSheetPrinter(real.driver, async () => ({ device: await again(), again }), { canBeHandled: false });
}
