import { EventEmitter } from "node:events";
import { type Clock, withBudget } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import { type DriverManifest, type Finder, type FoundDevice, offersOf } from "./driver.ts";
import type { Need } from "./needs.ts";
import { PURPOSE_NAMES, PURPOSES, type Purpose } from "./purposes.ts";
import { untilAborted } from "./until-aborted.ts";
import { isSelected, parseUsbSelector, type UsbDevice, type UsbInventory } from "./usb.ts";

/** A device that could be taken into use. */
export interface Candidate extends FoundDevice {
  /** Names it as long as it is plugged in the same way. */
  readonly key: string;
  readonly driver: string;
  /** What it would be good for here. */
  readonly purposes: readonly Purpose[];
}

export interface Unclaimed {
  readonly usb: UsbDevice;
  readonly need: Need;
}

export interface Discovered {
  readonly candidates: readonly Candidate[];
  readonly unclaimed: readonly Unclaimed[];
}

/** A device in use, as far as is needed to recognise it. */
export interface KnownDevice {
  readonly driver: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly usb: UsbDevice | undefined;
}

interface Dependencies {
  readonly drivers: readonly DriverManifest[];
  readonly usb: UsbInventory;
  readonly known: () => readonly KnownDevice[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** A network of print queues takes the longest. */
const LOOK_WITHIN_MS = 5_000;
const HUB = 0x09;

/** Looks around: what is plugged in, which driver could drive it, and what nobody can. Opens nothing. */
export class Discovery {
  readonly events = new EventEmitter<{ changed: [Discovered] }>();
  readonly #deps: Dependencies;
  #last: Discovered | undefined;
  #looks = 0;
  /** Which look `#last` is of. */
  #keptLook = 0;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Undefined before anybody has looked. */
  get last(): Discovered | undefined {
    return this.#last;
  }

  candidate(key: string): Candidate | undefined {
    return this.#last?.candidates.find((one) => one.key === key);
  }

  async look(signal: AbortSignal): Promise<Discovered> {
    const { drivers, usb, clock } = this.#deps;
    const look = ++this.#looks;
    using budget = withBudget(clock, LOOK_WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
    const plugged = await usb
      .list(budget.signal)
      .catch((error: unknown) => this.#nothing("usb", error, signal));
    const found = await Promise.all(
      drivers.map((driver) => this.#ask(driver, plugged, budget.signal, signal)),
    );
    const known = this.#deps.known();
    const all = found.flat();
    const candidates = all.filter((one) => !known.some((device) => isSame(device, one)));
    const claimed = [...known.flatMap((device) => device.usb ?? []), ...all.flatMap((one) => one.usb ?? [])];
    const unclaimed = plugged
      .filter((device) => !device.classes.includes(HUB))
      .filter((device) => !claimed.some(({ port }) => port === device.port))
      .filter((device) => !known.some((one) => selects(one.options, device)))
      .map((device) => ({ usb: device, need: needOf(device) }));
    return this.#keep({ candidates, unclaimed }, look);
  }

  async #ask(
    driver: DriverManifest,
    usb: readonly UsbDevice[],
    budget: AbortSignal,
    signal: AbortSignal,
  ): Promise<readonly Candidate[]> {
    if (!driver.find) return [];
    const { clock, log } = this.#deps;
    try {
      const { default: find }: { readonly default: Finder } = await driver.find();
      const found = await untilAborted(find({ clock, log, usb }, budget), budget);
      return found.map((one) => {
        const offers = offersOf(driver, one.options);
        const purposes = PURPOSE_NAMES.filter((purpose) => offers.includes(PURPOSES[purpose]));
        return { ...one, driver: driver.name, purposes, key: keyOf(driver.name, one) };
      });
    } catch (error) {
      return this.#nothing(driver.name, error, signal);
    }
  }

  /** One finder that cannot look hides only what it would have found. */
  #nothing(what: string, error: unknown, signal: AbortSignal): readonly [] {
    signal.throwIfAborted();
    this.#deps.log.debug("nothing found", { what, error });
    return [];
  }

  /** A slow look that began before the last one saw what may be pulled out by now. */
  #keep(next: Discovered, look: number): Discovered {
    if (look < this.#keptLook) return next;
    this.#keptLook = look;
    const isSameAsBefore = JSON.stringify(next) === JSON.stringify(this.#last);
    this.#last = next;
    if (!isSameAsBefore) this.events.emit("changed", next);
    return next;
  }
}

function keyOf(driver: string, { options }: FoundDevice): string {
  const inOrder = Object.entries(options).sort(([a], [b]) => a.localeCompare(b));
  return `${driver} ${JSON.stringify(inOrder)}`;
}

/** By its USB device where both name one, else by any text of its options: a queue's address, a port's name. */
function isSame(known: KnownDevice, found: Candidate): boolean {
  if (known.driver !== found.driver) return false;
  if (found.usb && (known.usb?.port === found.usb.port || selects(known.options, found.usb))) return true;
  const theirs = Object.values(found.options).flatMap((value) => addressIn(value) ?? []);
  return Object.values(known.options).some((value) => theirs.includes(addressIn(value) ?? ""));
}

/** A queue's or a port's address; `ipp://127.0.0.1:631/x` and `http://localhost:631/x` are one. Other short words are no address. */
function addressIn(value: unknown): string | undefined {
  if (typeof value !== "string" || (value.length <= 6 && !/^COM\d{1,3}$/.test(value))) return undefined;
  return value.replace(/^(?:ipp|http):\/\/(?:localhost|127\.0\.0\.1)/, "local:");
}

function selects(options: Readonly<Record<string, unknown>>, usb: UsbDevice): boolean {
  return Object.values(options).some((value) => {
    const selector = typeof value === "string" ? parseUsbSelector(value) : undefined;
    return selector !== undefined && isSelected(selector, usb);
  });
}

/** USB class codes of usb.org: 0x07 printer, 0x0e video, 0x03 human interface, 0xff the maker's own. */
function needOf({ classes }: UsbDevice): Need {
  if (classes.includes(0x07)) return "print-queue";
  if (classes.includes(0x0e)) return "camera-program";
  if (classes.includes(0x03)) return "other-mode";
  return classes.includes(0xff) ? "vendor-driver" : "nothing";
}
