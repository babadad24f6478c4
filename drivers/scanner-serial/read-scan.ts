import { aimApart, type ScannedText, scanText } from "../../src/devices/index.ts";

/** Undefined for a line without a single printable character. */
export function readScan(line: Uint8Array): ScannedText | undefined {
  const scan = aimApart(scanText(line));
  return scan.text === "" ? undefined : scan;
}
