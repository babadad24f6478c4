import type { Candidate, DeviceEntry, DeviceOptions, RosterStore } from "../../devices/index.ts";
import { MOST_DEVICES } from "../../devices/roster.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { CopiedDevice } from "./contents.ts";
import { isOfModel } from "./device-model.ts";
import type { Taken } from "./taken.ts";

interface Desk {
  readonly id: string;
  /** Of its titian.toml. */
  readonly configured: readonly DeviceEntry[];
  readonly store: RosterStore;
  /** What is plugged in here and not yet in use. */
  readonly candidates: readonly Candidate[];
}

/**
 * A device of the same model takes the other's place: its name and its purposes, not its serial number. Of two of a model a person
 * must say which is which. Twice changes nothing.
 */
export function takeDevices(devices: readonly CopiedDevice[], desk: Desk): readonly Taken[] {
  const used = new Set<string>();
  return devices.flatMap((copied) => {
    const { id, outcome } = placed(copied, devices, desk, used);
    if (id === undefined) return [{ part: "device" as const, name: nameOf(copied), outcome }];
    used.add(id);
    const isChanged = settle(copied, id as DeviceId, desk.store);
    // Its own line of titian.toml says that it is there.
    if (copied.isConfigured && !isChanged) return [];
    const named = { part: "device" as const, name: nameOf(copied) };
    return [{ ...named, outcome: outcome === "same" && isChanged ? ("changed" as const) : outcome }];
  });
}

interface Placed {
  readonly id: string | undefined;
  readonly outcome: Taken["outcome"];
}

function placed(
  copied: CopiedDevice,
  all: readonly CopiedDevice[],
  { id: desk, configured, store, candidates }: Desk,
  used: ReadonlySet<string>,
): Placed {
  const { driver, model } = copied;
  if (copied.isConfigured) {
    const isHere = configured.some((entry) => entry.id === copied.id);
    return { id: isHere ? copied.id : undefined, outcome: isHere ? "same" : "own" };
  }
  const fits = (entry: Pick<DeviceEntry, "driver" | "options">): boolean =>
    entry.driver === driver && isOfModel(model, entry.options ?? {});
  const here = [...configured, ...store.adopted()];
  const present = here.find((entry) => !used.has(entry.id) && fits(entry));
  if (present) return { id: present.id, outcome: "same" };
  const twins = all.filter((one) => one.driver === driver && isOfModel(model, one.model));
  const found = candidates.filter(fits);
  const [only] = found;
  if (!only) return { id: undefined, outcome: "absent" };
  if (found.length > 1 || twins.length > 1) return { id: undefined, outcome: "several" };
  if (here.length >= MOST_DEVICES) return { id: undefined, outcome: "full" };
  const id = freeId(`${desk}-${driver}`.slice(0, 36), here);
  store.adopt(id, driver, only.options as DeviceOptions);
  return { id, outcome: "taken" };
}

/** What somebody has decided here already stays. */
function settle(
  { title, isOn, purposes, isConfigured }: CopiedDevice,
  id: DeviceId,
  store: RosterStore,
): boolean {
  const before = store.settings().get(id);
  const hasTitle = title !== null && before?.title === undefined;
  const goesOff = isConfigured && !isOn && before?.isOn !== false;
  const free = purposes.filter((purpose) => !store.routes().has(purpose));
  if (hasTitle) store.rename(id, title);
  if (goesOff) store.switch(id, false);
  for (const purpose of free) store.route(purpose, id);
  return hasTitle || goesOff || free.length > 0;
}

function freeId(name: string, taken: readonly DeviceEntry[]): DeviceId {
  let id = name;
  for (let next = 2; taken.some((entry) => entry.id === id); next++) id = `${name}-${next}`;
  return id as DeviceId;
}

const nameOf = ({ title, driver, id }: CopiedDevice): string =>
  title === null ? `${driver} (${id})` : `${title} (${driver})`;
