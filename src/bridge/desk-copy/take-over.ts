import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Discovery, type DriverManifest } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import { giveToOwnerOf, makeFolderLike } from "../../store/ownership.ts";
import { openStore, type Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import { usbInventoryFor } from "../usb/inventory.ts";
import type { DeskCopy } from "./contents.ts";
import { takeDesigns } from "./take-designs.ts";
import { takeDevices } from "./take-devices.ts";
import { takeDocuments } from "./take-documents.ts";
import { takeOperators } from "./take-operators.ts";
import type { Taken } from "./taken.ts";

interface Around {
  /** Of the desk that takes the copy over. */
  readonly config: Config;
  readonly drivers: readonly DriverManifest[];
  /** Operators are taken only where somebody says so here: a file could bring a head of its own. */
  readonly withOperators: boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Everything of the copy that lies in the store. What exchanging desks share is left to the exchange: published a second time it
 * would stand beside the first as another desk's version of it. Throws `STORE_LOCKED` while the desk's daemon runs.
 */
export async function takeOver(
  copy: DeskCopy,
  { config, drivers, withOperators, clock, log }: Around,
  signal: AbortSignal,
): Promise<readonly Taken[]> {
  const { folder } = config.store;
  const { id: desk, letter } = config.desk;
  makeFolderLike(folder);
  const taken: Taken[] = [];
  try {
    using store = openStore({ folder, desk, letter, clock, log });
    taken.push(...(config.exchange.host === undefined ? documents(copy, store) : leftToExchange(copy)));
    const { deviceSettings } = store;
    const known = [...config.devices, ...deviceSettings.adopted()];
    const discovery = new Discovery({
      ...{ drivers, usb: usbInventoryFor(log), clock, log },
      known: () => known.map(({ driver, options }) => ({ driver, options: options ?? {}, usb: undefined })),
    });
    const { candidates } = await discovery.look(signal);
    const place = { id: desk, configured: config.devices, store: deviceSettings, candidates };
    taken.push(...takeDevices(copy.contents.devices, place));
    const { operators } = copy.contents;
    if (withOperators) taken.push(...takeOperators(operators, store.operators, clock));
    else if (operators.length > 0)
      taken.push({ part: "operator", name: `(${operators.length})`, outcome: "not-asked" });
    return taken;
  } finally {
    // Also what an interrupted one has written: the service opens it next.
    giveAllToOwner(folder);
  }
}

const documents = (copy: DeskCopy, store: Store): readonly Taken[] => [
  ...takeDocuments(copy, store),
  ...takeDesigns(copy, store),
];

function leftToExchange({ contents }: DeskCopy): readonly Taken[] {
  const { designs, standards, choices, calendar, judging, complaintLimit } = contents;
  const one = (part: Taken["part"], name = ""): Taken => ({ part, name, outcome: "exchange" });
  return [
    ...standards.map(({ title, version }) => one("standard", `${title} (v${version})`)),
    ...(calendar ? [one("calendar", `v${calendar.version}`)] : []),
    ...(judging ? [one("judging")] : []),
    ...(complaintLimit ? [one("complaint-limit")] : []),
    ...designs.map(({ title, version }) => one("design", `${title} (v${version})`)),
    ...(choices ? [one("choices", choices.default)] : []),
  ];
}

/** A technician works as root; the service that reads the store does not. */
function giveAllToOwner(folder: string): void {
  const shallow = readdirSync(folder).filter((name) => name !== "log" && name !== "backups");
  const inside = ["designs", "standards", "vault"].filter((name) => existsSync(path.join(folder, name)));
  const deep = inside.flatMap((name) =>
    readdirSync(path.join(folder, name)).map((one) => path.join(name, one)),
  );
  giveToOwnerOf(folder, [...shallow, ...deep]);
}
