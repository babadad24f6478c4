/** What a receipt printer would put on paper. */
export type PrintedRow =
  | { readonly kind: "text"; readonly text: string; readonly scale: number; readonly isCentred: boolean }
  | {
      readonly kind: "barcode";
      readonly code128: string;
      readonly heightDots: number;
      readonly moduleDots: number;
      readonly hasText: boolean;
      readonly isCentred: boolean;
    }
  | { readonly kind: "cut" };

const NUL = 0x00;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const LF = 0x0a;
const CR = 0x0d;

/** `ESC t n`: the encoder uses two pages, Windows-1252 for words and code page 437 for its rules. */
const PAGE_WINDOWS_1252 = 16;
const RULES_437: Readonly<Record<number, string>> = { 196: "─", 205: "═" };
const windows1252 = new TextDecoder("windows-1252");

/**
 * Reads ESC/POS back as a printer does, so that what is looked at is what was sent. Knows the commands that our encoder
 * writes (`ESC @ M a t`, `FS .`, `GS ! h w H k V`) and throws at any other: a simulator must not hide a wrong byte.
 */
export function readEscPos(bytes: Uint8Array): readonly PrintedRow[] {
  const rows: PrintedRow[] = [];
  const state = { page: 0, scale: 1, isCentred: false, heightDots: 162, moduleDots: 3, hasText: false };
  let line = { text: "", scale: 1 };
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error("ESC/POS ends inside a command");
    return byte;
  };
  const endLine = (): void => {
    rows.push({ kind: "text", ...line, isCentred: state.isCentred });
    line = { text: "", scale: 1 };
  };

  const single = (command: string): void => {
    if (command === "@") Object.assign(state, { page: 0, scale: 1, isCentred: false });
    else if (command === "M") next();
    else if (command === "a") state.isCentred = next() === 1;
    else if (command === "t") state.page = next();
    else throw new Error(`ESC ${command} is not known here`);
  };
  const group = (command: string): void => {
    if (command === "!") state.scale = (next() & 0x0f) + 1;
    else if (command === "h") state.heightDots = next();
    else if (command === "w") state.moduleDots = next();
    else if (command === "H") state.hasText = next() !== 0;
    else if (command === "k") rows.push({ kind: "barcode", code128: barcode(), ...barcodeState(state) });
    else if (command === "V") {
      next();
      rows.push({ kind: "cut" });
    } else throw new Error(`GS ${command} is not known here`);
  };
  /** `GS k 73 n d1…dn`; the data begin by naming code set A, B or C. */
  const barcode = (): string => {
    if (next() !== 73) throw new Error("only Code 128 is known here");
    const length = next();
    const data = windows1252.decode(bytes.subarray(at, at + length));
    at += length;
    if (!/^\{[AB]/.test(data) || data.length !== length) throw new Error("Code 128 data without a code set");
    return data.slice(2).replaceAll("{{", "{");
  };

  while (at < bytes.length) {
    const byte = next();
    if (byte === LF) endLine();
    else if (byte === CR || byte === NUL) continue;
    else if (byte === ESC) single(String.fromCharCode(next()));
    else if (byte === GS) group(String.fromCharCode(next()));
    else if (byte === FS) next();
    else {
      line.text += letter(byte, state.page);
      line.scale = Math.max(line.scale, state.scale);
    }
  }
  return rows;
}

function barcodeState({ heightDots, moduleDots, hasText, isCentred }: Omit<BarcodeRow, "kind" | "code128">) {
  return { heightDots, moduleDots, hasText, isCentred };
}
type BarcodeRow = Extract<PrintedRow, { kind: "barcode" }>;

function letter(byte: number, page: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  if (page === PAGE_WINDOWS_1252) return windows1252.decode(Uint8Array.of(byte));
  return RULES_437[byte] ?? "?";
}
