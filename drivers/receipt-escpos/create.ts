import type { DriverSurroundings } from "../../src/devices/index.ts";
import { openSpooler } from "../winspool/open.ts";
import { EscPosPrinter, type PrinterOptions } from "./printer.ts";
import { Roads } from "./roads.ts";

interface Options extends PrinterOptions {
  readonly to: string;
  readonly baudRate: number;
}

export default (surroundings: DriverSurroundings<Options>): EscPosPrinter => {
  const { options, usb, clock } = surroundings;
  const around = { usb, clock, openSpooler: () => openSpooler(clock) };
  return new EscPosPrinter(surroundings, new Roads(options.to, options.baudRate, around));
};
