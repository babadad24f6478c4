import type { DriverManifest } from "../src/devices/index.ts";
import cameraBrowser from "./camera-browser/index.ts";
import cameraFfmpeg from "./camera-ffmpeg/index.ts";
import cameraFolder from "./camera-folder/index.ts";
import printerEvolis from "./printer-evolis/index.ts";
import printerIpp from "./printer-ipp/index.ts";
import printerWindows from "./printer-windows/index.ts";
import receiptEscPos from "./receipt-escpos/index.ts";
import scannerHid from "./scanner-hid/index.ts";
import scannerSerial from "./scanner-serial/index.ts";
import scannerWedge from "./scanner-wedge/index.ts";
import { simulators } from "./simulator/index.ts";

/** Installed drivers. A driver exists when it is listed here, and nowhere else. */
export const drivers: readonly DriverManifest[] = [
  cameraBrowser,
  cameraFfmpeg,
  cameraFolder,
  printerEvolis,
  printerIpp,
  printerWindows,
  receiptEscPos,
  scannerHid,
  scannerSerial,
  scannerWedge,
  ...simulators,
];
