import type { UsbDevice } from "../../src/devices/index.ts";
import { type IppAttributes, textsOf } from "./ipp-message.ts";

/** Who a printer says it is. */
export interface Identity {
  readonly model: string | undefined;
  readonly serial: string | undefined;
  readonly firmware: string | undefined;
  /** Where a queue sends its jobs; a printer that is no queue has none. */
  readonly deviceUri: string | undefined;
}

const MODEL_CHARACTERS = 100;
const WORD_CHARACTERS = 60;

export function readIdentity(attributes: IppAttributes): Identity {
  const firmware = textsOf(attributes, "printer-firmware-string-version").join(", ");
  return {
    model: textsOf(attributes, "printer-make-and-model")[0]?.slice(0, MODEL_CHARACTERS),
    serial: serialOf(textsOf(attributes, "printer-device-id")[0] ?? ""),
    firmware: firmware.slice(0, WORD_CHARACTERS) || undefined,
    deviceUri: textsOf(attributes, "device-uri")[0],
  };
}

/** From an IEEE 1284 device id: `MFG:Example;MDL:Printer;SN:X123;`. Makers write the key in these three ways. */
function serialOf(deviceId: string): string | undefined {
  const [, serial] = /(?:^|;)\s*(?:SN|SERN|SERIALNUMBER):([^;]+)/.exec(deviceId) ?? [];
  return serial?.trim().slice(0, WORD_CHARACTERS) || undefined;
}

/** The device behind a queue, when CUPS names it by its serial number: `usb://EPSON/L3110?serial=X123`. */
export function usbBehind(
  deviceUri: string | undefined,
  plugged: readonly UsbDevice[],
): UsbDevice | undefined {
  if (!deviceUri?.startsWith("usb://") || !URL.canParse(deviceUri)) return undefined;
  const serial = new URL(deviceUri).searchParams.get("serial");
  return serial ? plugged.find((device) => device.serial === serial) : undefined;
}
