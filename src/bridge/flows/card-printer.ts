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
  const device = named === undefined ? routes.deviceFor("member-card") : devices.get(named);
  if (!device) throw new TitianError("DEVICE_NOT_FOUND", { details: { purpose: "member-card" } });
  if (!device.mayOffer("card-printer"))
    throw new TitianError("CAPABILITY_MISSING", {
      details: { device: device.id, capability: "card-printer" },
    });
  return device.id;
}
