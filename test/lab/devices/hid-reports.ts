const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(/\s/g, ""), "hex");

/** Boot keyboard: modifiers, one reserved byte, six keys; no report id. */
export const KEYBOARD = bytes(
  `05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01 95 06 75 08 15 00 25 65
   05 07 19 00 29 65 81 00 c0`,
);

/** Bar code scanner (page 8C, usage 2). Report 2: length, 3 bytes symbology, 56 bytes of data, one bit "more follows". */
export const HID_POS = bytes(
  `05 8c 09 02 a1 01 09 12 a1 02 85 02 15 00 26 ff 00 75 08 95 01 05 01 09 3b 81 02 05 8c 95 03 09 fb 09 fc 09
   fd 81 02 95 38 09 fe 82 02 01 25 01 75 01 95 01 09 ff 81 02 95 07 81 03 c0 c0`,
);

export const POS_REPORT_BYTES = 62;
const DATA_BYTES = 56;
const SCANNED_DATA = 2;

/** What a scanner in HID-POS mode sends for one code, in as many reports as it takes. */
export function posReports(text: string, symbology = "]C0"): readonly Buffer[] {
  const data = Buffer.from(text);
  const count = Math.max(1, Math.ceil(data.length / DATA_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const part = data.subarray(index * DATA_BYTES, (index + 1) * DATA_BYTES);
    const report = Buffer.alloc(POS_REPORT_BYTES);
    report[0] = SCANNED_DATA;
    report[1] = part.length;
    report.write(symbology, 2, "latin1");
    part.copy(report, 5);
    report[POS_REPORT_BYTES - 1] = index < count - 1 ? 1 : 0;
    return report;
  });
}

const SHIFT = 0x02;
const ENTER = 0x28;

/** Keys of a US keyboard, as HID numbers them. */
function keyOf(character: string): readonly [modifiers: number, key: number] {
  if (/[a-z]/.test(character)) return [0, character.charCodeAt(0) - 97 + 0x04];
  if (/[A-Z]/.test(character)) return [SHIFT, character.charCodeAt(0) - 65 + 0x04];
  if (/[1-9]/.test(character)) return [0, character.charCodeAt(0) - 49 + 0x1e];
  if (character === "0") return [0, 0x27];
  if (character === "-") return [0, 0x2d];
  if (character === "\r") return [0, ENTER];
  throw new Error(`no key for ${JSON.stringify(character)}`);
}

/** What a scanner in keyboard mode sends: each key pressed and let go, then Enter. */
export function typedReports(text: string): readonly Buffer[] {
  return [...text, "\r"].flatMap((character) => {
    const [modifiers, key] = keyOf(character);
    return [Buffer.from([modifiers, 0, key, 0, 0, 0, 0, 0]), Buffer.alloc(8)];
  });
}
