import { onTestFinished } from "vitest";
import type { Device } from "../../src/devices/index.ts";
import { EvolisFakeService } from "../harness/evolis-service.ts";
import { IppEvePrinter, PAPER_FOR_CARDS } from "../harness/ippeveprinter.ts";
import { describeCardPrinter } from "./card-printer.contract.ts";
import { hardware, makeDevice, temporaryFolder } from "./make-device.ts";

const simulated = { printMs: 60 };

describeCardPrinter("simulator", async () => {
  const folder = temporaryFolder();
  const again = (): Promise<Device> => makeDevice("simulator-card-printer", simulated, { folder });
  const device = await again();
  const simulate = (fault: string): void => device.capability("simulation")!.simulate([fault]);
  return {
    device,
    again,
    cardsOut: () => device.capability("simulation.tray")!.count,
    unplug: () => simulate("unplug"),
    obstruct: () => simulate("cover-open"),
  };
});

describeCardPrinter("printer-ipp with ippeveprinter", async () => {
  const printer = await IppEvePrinter.start();
  onTestFinished(() => printer[Symbol.asyncDispose]());
  const options = { uri: printer.uri, ...PAPER_FOR_CARDS, pollMs: 50, watchMs: 50, lostAfterMs: 200 };
  const again = (): Promise<Device> => makeDevice("printer-ipp", options);
  printer.behave("slow");
  return {
    device: await again(),
    again,
    cardsOut: () => printer.tray.length,
    unplug: () => printer.switchOff(),
    obstruct: () => printer.switchOff(),
  };
});

describeCardPrinter("printer-evolis with a fake service", async () => {
  const service = await EvolisFakeService.start();
  onTestFinished(() => service[Symbol.asyncDispose]());
  const { port, printer } = service;
  const options = { device: printer.name, port, pollMs: 20, watchMs: 20, lostAfterMs: 100 };
  const folder = temporaryFolder();
  const again = (): Promise<Device> => makeDevice("printer-evolis", options, { folder });
  return {
    device: await again(),
    again,
    cardsOut: () => printer.tray.length,
    unplug: () => service.switchOff(),
    obstruct: () => printer.be("cover-open"),
  };
});

// HARDWARE_CARD_PRINTER='{"driver":"printer-ipp","options":{"uri":"http://localhost:631/printers/Kartu"}}': prints cards!
const real = hardware("HARDWARE_CARD_PRINTER");
if (real) {
  const again = (): Promise<Device> => makeDevice(real.driver, real.options);
  describeCardPrinter(real.driver, async () => ({ device: await again(), again }), { canBeHandled: false });
}
