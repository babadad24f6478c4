import type { ConfiguredDevice } from "../../devices/configured-device.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";

interface Around {
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
}

/**
 * The card printer that is named, or the one that this desk uses for member cards. One whose cable is out will do: its queue
 * waits. Throws `DEVICE_NOT_FOUND` or `CAPABILITY_MISSING`.
 */
export function cardPrinter({ devices, routes }: Around, named: DeviceId | undefined): DeviceId {
  if (named !== undefined) return assertPrints(devices.get(named), "card-printer");
  const device = routes.deviceFor("member-card");
  if (!device) throw new TitianError("DEVICE_NOT_FOUND", { details: { purpose: "member-card" } });
  return assertPrints(device, "card-printer");
}

/** Throws `CAPABILITY_MISSING`. */
export function assertPrints(
  device: Pick<ConfiguredDevice, "id" | "mayOffer">,
  capability: "card-printer" | "sheet-printer",
): DeviceId {
  if (!device.mayOffer(capability))
    throw new TitianError("CAPABILITY_MISSING", { details: { device: device.id, capability } });
  return device.id;
}
