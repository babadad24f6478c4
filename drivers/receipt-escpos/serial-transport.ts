import { stat } from "node:fs/promises";
import { SerialPort } from "serialport";
import { type UsbDevice, untilAborted } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { Inbox } from "./inbox.ts";
import { serialOpenFailure } from "./open-failure.ts";
import type { Transport } from "./transport.ts";

/** About a second of line at 9600 baud, so that each piece has a budget it can keep. */
const PIECE_BYTES = 1_024;

interface Opened {
  readonly port: SerialPort;
  readonly identity: string | undefined;
  readonly usb: UsbDevice | undefined;
}

/** A serial port, real or over USB. Nobody else may use it meanwhile, so it stays open. */
class SerialTransport implements Transport {
  readonly answers = new Inbox();
  readonly pieceBytes = PIECE_BYTES;
  readonly about;
  readonly model: string | undefined;
  readonly #opened: Opened;
  /** Ends the write that is under way. Not raced against: a port that stays open all day would keep every write. */
  readonly #closed = new AbortController();

  constructor(opened: Opened) {
    const { port, usb } = opened;
    this.#opened = opened;
    this.about = { address: port.path, ...(usb && { usb }), ...(usb?.serial && { serial: usb.serial }) };
    this.model = usb?.product;
    port.on("data", (bytes: Buffer) => this.answers.add(bytes));
    port.on("close", () => {
      this.answers.end();
      this.#closed.abort(gone());
    });
    // A port that fails closes, and a write says why it failed.
    port.on("error", () => this.answers.end());
  }

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const { port } = this.#opened;
    const taken = new Promise<void>((resolve, reject) => {
      port.write(Buffer.from(bytes), (error) => (error ? reject(gone(error)) : resolve()));
    });
    await untilAborted(taken, AbortSignal.any([signal, this.#closed.signal]));
  }

  /** An unplugged port does not always say `close`, and another device may have come up under its name. */
  async check(signal: AbortSignal): Promise<readonly []> {
    const { port, identity } = this.#opened;
    const present = await untilAborted(portIdentity(port.path), signal);
    if (!port.isOpen || present !== identity) throw gone();
    return [];
  }

  release(): Promise<"open"> {
    return Promise.resolve("open");
  }

  async discard(): Promise<void> {
    const { port } = this.#opened;
    if (!port.isOpen) return;
    // Linux keeps a closing port for up to 30 s until its bytes are out; they are thrown away first.
    await new Promise<void>((resolve) => port.flush(() => resolve()));
    await new Promise<void>((resolve) => port.close(() => resolve()));
  }
}

export async function openSerial(
  path: string,
  { baudRate, usb }: { readonly baudRate: number; readonly usb: UsbDevice | undefined },
  signal: AbortSignal,
): Promise<Transport> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  const opening = new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(serialOpenFailure(error)) : resolve()));
  });
  try {
    await untilAborted(opening, signal);
    return new SerialTransport({ port, identity: await portIdentity(path), usb });
  } catch (error) {
    // Without a listener of its own a failure to close would end the daemon.
    opening.then(() => port.close(() => undefined)).catch(() => undefined);
    throw error;
  }
}

/** Windows shows its ports nowhere in the file system: `isOpen` has to do there. */
function portIdentity(path: string): Promise<string | undefined> {
  return stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => undefined,
  );
}

function gone(cause?: unknown): TitianError {
  return new TitianError("DEVICE_NOT_CONNECTED", { cause });
}
