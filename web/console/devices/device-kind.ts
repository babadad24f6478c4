import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import type { Messages } from "../../messages/id.ts";
import type { IconName } from "../ui/icons.tsx";

export const KIND_ICON: Readonly<Record<DeviceView["kind"], IconName>> = {
  camera: "camera",
  "photo-folder": "folder",
  "card-printer": "printer",
  "sheet-printer": "sheet",
  "receipt-printer": "receipt",
  scanner: "scan",
  other: "plug",
};

/** What stands on its housing; a simulated one has none. */
export const modelOf = (
  text: Pick<Messages, "app">,
  { model, driver }: Pick<DeviceView, "model" | "driver">,
): string => (driver.startsWith("simulator-") ? text.app.simulated : model);

/** As staff call it, or by what it is. */
export const nameOf = (
  text: Pick<Messages, "devices">,
  { title, kind }: Pick<DeviceView, "title" | "kind">,
): string => title ?? text.devices.kinds[kind];
