import type { Finder, FoundDevice } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { openSpooler } from "../winspool/open.ts";
import type { Spooler, SpoolerPrinter } from "../winspool/spooler.ts";

/** As long as `printer` may be. */
const MAX_NAME = 220;
/** What Windows brings with it, and what it puts into a file. */
const NO_PRINTERS =
  /^(PORTPROMPT:|FILE:|NUL:?|SHRFAX:|XPSPort:|nul)$|microsoft print to pdf|xps document|onenote|\bfax\b/i;
/** Makers and models of card printers as their queues and drivers are called. */
const CARD_PRINTERS =
  /evolis|zenius|primacy|badgy|fargo|magicard|\bzc\d{2,3}\b|\bzxp\b|card ?printer|id ?card/i;

/** The printers of this machine; none off Windows. */
export const findWith =
  (open: (clock: Clock) => Promise<Spooler>): Finder =>
  async ({ clock, log }, signal) => {
    try {
      const spooler = await open(clock);
      return (await spooler.printers(signal)).filter(isPrinter).map(asFound);
    } catch (error) {
      signal.throwIfAborted();
      log.debug("no Windows spooler", { error });
      return [];
    }
  };

export default findWith(openSpooler);

function isPrinter({ name, driverName, portName }: SpoolerPrinter): boolean {
  return (
    name !== "" &&
    name.length <= MAX_NAME &&
    ![name, driverName, portName].some((text) => NO_PRINTERS.test(text))
  );
}

/** Windows calls USB ports `USB001` and says nothing of which device is behind one. A technician sees what it is taken for. */
function asFound({ name, driverName, portName }: SpoolerPrinter): FoundDevice {
  const isCard = [name, driverName].some((text) => CARD_PRINTERS.test(text));
  const title = /^USB\d+/i.test(portName) ? `${name} (USB)` : name;
  return {
    title: title.slice(0, 100),
    options: { printer: name, prints: isCard ? "card" : "sheet" },
    usb: undefined,
  };
}
