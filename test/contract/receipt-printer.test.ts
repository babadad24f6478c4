import path from "node:path";
import { hardware, makeDevice, temporaryFolder } from "./make-device.ts";
import { describeReceiptPrinter } from "./receipt-printer.contract.ts";

describeReceiptPrinter("simulator", () => makeDevice("simulator-receipt-printer", { printMs: 10 }));

describeReceiptPrinter("the template", () =>
  makeDevice("receipt-text-file", { path: path.join(temporaryFolder(), "receipts.txt") }),
);

const real = hardware("HARDWARE_RECEIPT_PRINTER");
if (real) describeReceiptPrinter(real.driver, () => makeDevice(real.driver, real.options));
