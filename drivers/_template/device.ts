import { constants } from "node:fs";
import { access, appendFile } from "node:fs/promises";
import path from "node:path";
import { BaseDevice, type DriverSurroundings, type ReceiptLine } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";

interface Options {
  readonly path: string;
}

/** Characters a line. */
const COLUMNS = 42;

/** The smallest honest driver: it opens, says when its file cannot be written, and appends. */
class TextFilePrinter extends BaseDevice {
  readonly model = "Text file";
  readonly #path: string;

  constructor({ id, clock, options }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#path = options.path;
  }

  protected readonly abilities = {
    "receipt-printer": {
      print: (lines: readonly ReceiptLine[], signal: AbortSignal) => this.#print(lines, signal),
    },
  };

  async open(signal: AbortSignal): Promise<void> {
    await access(path.dirname(this.#path), constants.W_OK).catch((error: unknown) => this.#lost(error));
    signal.throwIfAborted();
    this.report([]);
  }

  async close(): Promise<void> {
    this.report(["not-connected"]);
  }

  async #print(lines: readonly ReceiptLine[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.health.level === "down") throw this.#notConnected();
    const text = `${lines.map(plain).join("\n")}\n\n`;
    await appendFile(this.#path, text).catch((error: unknown) => this.#lost(error));
  }

  /** What the system says becomes a reason and a coded error here, and goes no further. */
  #lost(cause: unknown): never {
    this.report(["not-connected"]);
    throw this.#notConnected(cause);
  }

  #notConnected(cause?: unknown): TitianError {
    return new TitianError("DEVICE_NOT_CONNECTED", { details: { device: this.id }, cause });
  }
}

function plain(line: ReceiptLine): string {
  if (line.kind === "rule") return "-".repeat(COLUMNS);
  return line.kind === "barcode" ? `[${line.code128}]` : line.text;
}

export default (surroundings: DriverSurroundings<Options>): TextFilePrinter =>
  new TextFilePrinter(surroundings);
