import { closeSync, constants, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { until } from "../guest/until.ts";

/** struct input_event on 64 bits: seconds, microseconds, type, code, value. */
const EVENT_BYTES = 24;
const EV_KEY = 1;
const PRESSED = 1;
const SHIFTS: readonly number[] = [42, 54];

/** Rows of a US keyboard as linux/input-event-codes.h numbers them. */
const ROWS: readonly (readonly [first: number, keys: string])[] = [
  [2, "1234567890-"],
  [16, "qwertyuiop"],
  [30, "asdfghjkl"],
  [44, "zxcvbnm"],
];

export interface KeyPress {
  /** As in KeyboardEvent.key. */
  readonly key: string;
  /** By the kernel's clock. */
  readonly atMs: number;
}

/** What the kernel makes of a keyboard, as a display server would read it. */
export class KeyEvents implements Disposable {
  readonly #file: number;
  #isShifted = false;

  private constructor(file: number) {
    this.#file = file;
  }

  static async of(product: string): Promise<KeyEvents> {
    const file = await until(`key events of ${product}`, () => {
      const name = readdirSync("/sys/class/input").find(
        (one) => one.startsWith("event") && nameOf(one).includes(product),
      );
      return name && openSync(`/dev/input/${name}`, constants.O_RDONLY | constants.O_NONBLOCK);
    });
    if (file === "") throw new Error("no file");
    return new KeyEvents(file);
  }

  /** Everything pressed since the last call. A keyboard that was pulled has nothing more to say. */
  read(): readonly KeyPress[] {
    const buffer = Buffer.alloc(EVENT_BYTES * 64);
    let size = 0;
    try {
      size = readSync(this.#file, buffer, 0, buffer.length, null);
    } catch {
      return [];
    }
    const count = Math.floor(size / EVENT_BYTES);
    return Array.from({ length: count }, (_, index) => buffer.subarray(index * EVENT_BYTES)).flatMap(
      (event) => this.#press(event),
    );
  }

  #press(event: Buffer): readonly KeyPress[] {
    const code = event.readUInt16LE(18);
    const value = event.readInt32LE(20);
    if (event.readUInt16LE(16) !== EV_KEY) return [];
    if (SHIFTS.includes(code)) this.#isShifted = value !== 0;
    const key = keyOf(code);
    if (value !== PRESSED || key === undefined) return [];
    const atMs = Number(event.readBigUInt64LE(0)) * 1_000 + Number(event.readBigUInt64LE(8)) / 1_000;
    return [{ key: this.#isShifted && key.length === 1 ? key.toUpperCase() : key, atMs }];
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

function nameOf(event: string): string {
  return readFileSync(`/sys/class/input/${event}/device/name`, "utf8");
}

function keyOf(code: number): string | undefined {
  if (code === 28) return "Enter";
  if (SHIFTS.includes(code)) return "Shift";
  const row = ROWS.findLast(([first]) => first <= code);
  return row?.[1][code - row[0]];
}
