import type { Finder, FinderSurroundings, FoundDevice } from "../../src/devices/index.ts";
import { withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Place } from "./exchange.ts";
import { listPrinters } from "./service.ts";

const LOCAL: Place = { host: "127.0.0.1", port: 18_000 };
/** The service is on this machine: what has not answered by then is something else. */
const WITHIN_MS = 500;

/** The printers that the service at this place lists; none where there is no service. */
export const findAt =
  (place: Place): Finder =>
  async (around, signal) => {
    using budget = withBudget(around.clock, WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
    try {
      const names = await listPrinters(place, budget.signal);
      return names.map((name) => foundAs(name, place, around));
    } catch (error) {
      signal.throwIfAborted();
      around.log.debug("no Evolis service", { error });
      return [];
    }
  };

export default findAt(LOCAL);

function foundAs(name: string, { host, port }: Place, { usb }: FinderSurroundings): FoundDevice {
  const called = (words: readonly (string | undefined)[]): string => words.filter(Boolean).join(" ");
  const plugged = usb.filter(
    ({ manufacturer, product }) => product === name || called([manufacturer, product]) === name,
  );
  const isLocal = host === LOCAL.host && port === LOCAL.port;
  return {
    title: name,
    options: { device: name, ...(isLocal ? {} : { host, port }) },
    // Of twins, which is which is not known.
    usb: plugged.length === 1 ? plugged[0] : undefined,
  };
}
