import path from "node:path";
import { onTestFinished } from "vitest";
import type { Device } from "../../src/devices/index.ts";
import { FakeEscPosPrinter, type Manners } from "../harness/escpos-printer.ts";
import { Pty } from "../harness/pty.ts";
import { hardware, makeDevice, temporaryFolder } from "./make-device.ts";
import { describeReceiptPrinter } from "./receipt-printer.contract.ts";

describeReceiptPrinter("simulator", () => makeDevice("simulator-receipt-printer", { printMs: 10 }));

describeReceiptPrinter("the template", () =>
  makeDevice("receipt-text-file", { path: path.join(temporaryFolder(), "receipts.txt") }),
);

/** A network printer that keeps these manners, and a device that prints on it. */
async function onNetwork(manners: Manners): Promise<Device> {
  const printer = await FakeEscPosPrinter.start(manners);
  onTestFinished(() => printer[Symbol.asyncDispose]());
  return makeDevice("receipt-escpos", { to: printer.address });
}

/** The same at the far end of a pseudo-terminal. */
async function onSerialLine(): Promise<Device> {
  const printer = await FakeEscPosPrinter.start();
  const cable = await Pty.start(`TCP:127.0.0.1:${printer.port}`);
  onTestFinished(async () => {
    await cable[Symbol.asyncDispose]();
    await printer[Symbol.asyncDispose]();
  });
  return makeDevice("receipt-escpos", { to: cable.path });
}

describeReceiptPrinter("ESC/POS on the network", () => onNetwork({}));
describeReceiptPrinter("ESC/POS on the network, without answers", () => onNetwork({ answers: [] }), {
  reasons: ["not-supervised"],
});
describeReceiptPrinter("ESC/POS on a serial line", onSerialLine);

const real = hardware("HARDWARE_RECEIPT_PRINTER");
if (real) describeReceiptPrinter(real.driver, () => makeDevice(real.driver, real.options));
