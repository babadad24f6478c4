import { onTestFinished } from "vitest";
import type { Drawing, Print } from "../../../drivers/printer-windows/drawing.ts";
import manifest from "../../../drivers/printer-windows/index.ts";
import { WindowsPrinter, type WindowsPrinterOptions } from "../../../drivers/printer-windows/printer.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { Clock } from "../../../src/kernel/clock.ts";
import { parse } from "../../../src/kernel/schema.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { NO_USB, temporaryFolder } from "../../contract/make-device.ts";
import type { FakeSpooler } from "../../harness/fake-spooler.ts";
import { SilentLog } from "../../harness/silent-log.ts";

/** Puts what it is given into the fake's queue, as GDI would, and remembers it. */
export class RecordingDrawing implements Drawing {
  readonly prints: Print[] = [];
  readonly #spooler: FakeSpooler;

  constructor(spooler: FakeSpooler) {
    this.#spooler = spooler;
  }

  async prepare(): Promise<void> {}

  async draw(_: string, print: Print): Promise<{ readonly id: number; readonly lastSeen: undefined }> {
    this.prints.push(print);
    const bytes = print.kind === "card" ? print.png : print.pdf;
    return { id: this.#spooler.add(print.documentName, bytes), lastSeen: undefined };
  }
}

const QUICK = { pollMs: 50, watchMs: 50, lostAfterMs: 150 };

/** The driver on a fake spooler. */
export function windowsPrinter(
  spooler: FakeSpooler,
  options: Record<string, unknown> = {},
  {
    clock = new SystemClock() as Clock,
    folder = temporaryFolder(),
    drawing = new RecordingDrawing(spooler) as Drawing,
  } = {},
): WindowsPrinter {
  const device = new WindowsPrinter(
    {
      ...{ id: "under-test" as DeviceId, clock, folder, log: new SilentLog(), usb: NO_USB },
      options: parse(
        manifest.options,
        { printer: spooler.name, ...QUICK, ...options },
        "options",
      ) as unknown as WindowsPrinterOptions,
    },
    { openSpooler: async () => spooler, gdi: () => drawing },
  );
  onTestFinished(() => device.close());
  return device;
}
