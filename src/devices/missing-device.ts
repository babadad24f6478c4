import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { DeviceId } from "../kernel/types.ts";
import { BaseDevice } from "./base-device.ts";

/** Stands where a device would be whose driver could not be loaded: listed, named, explained, able to do nothing. */
export class MissingDevice extends BaseDevice {
  readonly model: string;
  protected readonly abilities = {};

  constructor(id: DeviceId, model: string, clock: Clock) {
    super(id, clock);
    this.model = model;
    this.report(["driver-missing"]);
  }

  open(): Promise<void> {
    return Promise.reject(new TitianError("DEVICE_DRIVER_MISSING", { details: { device: this.id } }));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
