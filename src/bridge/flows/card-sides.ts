import { isBackNeeded } from "../../cards/card-sides.ts";
import type { Template } from "../../cards/template.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";

interface Wanted {
  readonly template: Template;
  readonly printer: DeviceId;
  /** Somebody has said that the back may stay blank. */
  readonly frontOnly?: boolean | undefined;
}

type Devices = Pick<DeviceRegistry, "find">;

/** Throws `PRINTER_ONE_SIDED` where the back tells of its member, would stay blank, and nobody has said that it may. */
export function assertSidesFit(devices: Devices, { template, printer, frontOnly }: Wanted): void {
  if (!frontOnly && isBackNeeded(template) && printsOneSide(devices, printer))
    throw new TitianError("PRINTER_ONE_SIDED", { details: { device: printer } });
}

/** Whether the design's back stays blank: on request, or because the printer does not turn cards over. */
export const isFrontOnly = (devices: Devices, { template, printer, frontOnly }: Wanted): boolean =>
  template.back !== undefined && (frontOnly === true || printsOneSide(devices, printer));

/** A device that has left the desk says nothing. */
function printsOneSide(devices: Devices, printer: DeviceId): boolean {
  const device = devices.find(printer);
  return device !== undefined && !device.mayOffer("card-printer.duplex");
}
