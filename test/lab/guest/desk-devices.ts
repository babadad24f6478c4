import type { DeviceConfig } from "../../../src/bridge/config/schema.ts";

/** The devices of the desk's titian.toml. */
export async function deskDevices(): Promise<readonly DeviceConfig[]> {
  return [{ id: "serial", driver: "scanner-serial", options: { path: "usb:0c2e:0caa:SERIAL-1" } }];
}
