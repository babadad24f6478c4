import { scanText } from "../../src/devices/index.ts";

export interface Scan {
  readonly text: string;
  /** The AIM identifier, for example `]C0`, where the scanner sends it. */
  readonly symbology: string | undefined;
}

/** Undefined for a line without a single printable character. The AIM identifier is three characters: ISO/IEC 15424. */
export function readScan(line: Uint8Array): Scan | undefined {
  const plain = scanText(line);
  const [, symbology, text = plain] = /^(\][A-Za-z][0-9A-Za-z])?(.*)$/su.exec(plain) ?? [];
  return text === "" ? undefined : { text, symbology };
}
