import type { CardSink } from "../cards/print-job.ts";
import type { DeviceRegistry } from "../devices/registry.ts";
import type { DeviceId } from "../kernel/types.ts";

/** What cards calls a sink, devices call a card printer with, perhaps, a memory of its jobs. */
export function cardSinkFor(devices: DeviceRegistry, printer: DeviceId): CardSink {
  const cardPrinter = devices.require(printer, "card-printer");
  return {
    print: (card, spooled, signal) => cardPrinter.print(card, spooled, signal),
    async outcome(reference, signal) {
      const jobs = devices.get(printer).capability("card-printer.jobs");
      return jobs ? jobs.outcome(reference, signal) : "unknown";
    },
  };
}
