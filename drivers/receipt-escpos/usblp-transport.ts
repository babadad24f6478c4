import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { type UsbDevice, untilAborted } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { openFailure } from "./open-failure.ts";
import type { Answers, Transport } from "./transport.ts";

/** What Linux' usblp puts into one USB transfer, and waits for. */
const TRANSFER_BYTES = 8_192;
/** Between two tries; an 8 KiB transfer takes a full-speed printer about 10 ms. */
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 16;
const ANSWER_PAUSE_MS = 5;
const ANSWER_BYTES = 512;

/**
 * A USB printer's own device file. It is opened non-blocking and asked again and again: a blocking write to a printer that
 * takes nothing never comes back, holds one of Node's four file threads, and keeps the process from ending even by
 * `process.exit` (measured on a FIFO and on a pty).
 */
class UsblpTransport implements Transport {
  readonly pieceBytes = TRANSFER_BYTES;
  readonly about;
  readonly model: string | undefined;
  readonly #file: FileHandle;
  readonly #clock: Clock;

  constructor(file: FileHandle, path: string, usb: UsbDevice | undefined, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
    this.about = { address: path, ...(usb && { usb }), ...(usb?.serial && { serial: usb.serial }) };
    this.model = usb?.product;
  }

  readonly answers: Answers = {
    clear: async () => {
      while ((await this.#read()) !== undefined);
    },
    next: async (signal) => {
      for (;;) {
        signal.throwIfAborted();
        const bytes = await untilAborted(this.#read(), signal);
        if (bytes) return bytes;
        await this.#clock.sleep(ANSWER_PAUSE_MS, signal);
      }
    },
  };

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const length = Math.min(bytes.length - at, TRANSFER_BYTES);
      at += await this.#untilTaken(bytes, at, length, signal);
    }
    // usblp calls a transfer written while it is still on its way, and closing would cancel it. It refuses an empty
    // write for as long: drivers/usb/class/usblp.c, above usblp_wwait.
    await this.#untilTaken(bytes, 0, 0, signal);
  }

  /** usblp refuses even an empty write once the cable is out. */
  async check(signal: AbortSignal): Promise<readonly []> {
    await untilAborted(this.#try(Uint8Array.of(0), 0, 0), signal);
    return [];
  }

  release(): Promise<"open"> {
    return Promise.resolve("open");
  }

  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }

  async #untilTaken(bytes: Uint8Array, at: number, length: number, signal: AbortSignal): Promise<number> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      signal.throwIfAborted();
      const taken = await untilAborted(this.#try(bytes, at, length), signal);
      if (taken !== undefined) return taken;
      await this.#clock.sleep(pauseMs, signal);
    }
  }

  /** Undefined: not now. */
  async #try(bytes: Uint8Array, at: number, length: number): Promise<number | undefined> {
    const answer = await this.#file.write(bytes, at, length).catch(notNow);
    return answer?.bytesWritten;
  }

  async #read(): Promise<Uint8Array | undefined> {
    const { bytesRead, buffer } =
      (await this.#file.read(Buffer.alloc(ANSWER_BYTES)).catch(notNow)) ?? NOTHING;
    return bytesRead > 0 ? buffer.subarray(0, bytesRead) : undefined;
  }
}

const NOTHING = { bytesRead: 0, buffer: Buffer.alloc(0) };

/** EAGAIN is the device's "later"; EINVAL is what usblp says to a reader of a printer that has no way back. */
function notNow(error: NodeJS.ErrnoException): undefined {
  if (error.code === "EAGAIN" || error.code === "EINVAL") return undefined;
  throw new TitianError("DEVICE_NOT_CONNECTED", { cause: error });
}

/** Rejects with `DEVICE_BUSY` while another program holds the printer, and with `DEVICE_NOT_PERMITTED`. */
export async function openUsblp(
  path: string,
  usb: UsbDevice | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<Transport> {
  const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants;
  const opening = open(path, O_RDWR | O_NONBLOCK | O_NOCTTY);
  try {
    return new UsblpTransport(await untilAborted(opening, signal), path, usb, clock);
  } catch (error) {
    opening.then((file) => file.close()).catch(() => undefined);
    signal.throwIfAborted();
    throw openFailure(error);
  }
}
