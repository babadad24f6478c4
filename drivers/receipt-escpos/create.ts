import type { DriverSurroundings } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { EscPosPrinter, type PrinterOptions } from "./printer.ts";
import { Roads } from "./roads.ts";

interface Options extends PrinterOptions {
  readonly to: string;
  readonly baudRate: number;
}

export default (surroundings: DriverSurroundings<Options>): EscPosPrinter => {
  const { options, usb, clock } = surroundings;
  const openSpooler = () => Promise.reject(new TitianError("DEVICE_DRIVER_MISSING"));
  return new EscPosPrinter(
    surroundings,
    new Roads(options.to, options.baudRate, { usb, clock, openSpooler }),
  );
};
