import type { DriverManifest } from "../src/devices/index.ts";
import printerIpp from "./printer-ipp/index.ts";
import scannerSerial from "./scanner-serial/index.ts";
import { simulators } from "./simulator/index.ts";

/** Installed drivers. A driver exists when it is listed here, and nowhere else. */
export const drivers: readonly DriverManifest[] = [printerIpp, scannerSerial, ...simulators];
