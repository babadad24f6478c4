/** One USB device as the operating system lists it. Ids are four small hex digits. */
export interface UsbDevice {
  readonly vendorId: string;
  readonly productId: string;
  /** As the device tells it; undefined for the many that tell none. */
  readonly serial: string | undefined;
  /** The socket it sits in, hubs included: `1-1.2`. The same socket keeps its name from start to start. */
  readonly port: string;
  readonly manufacturer: string | undefined;
  readonly product: string | undefined;
  /** USB class codes of the device and of its interfaces: 0x03 HID, 0x07 printer, 0x0a CDC data, 0x0e video. */
  readonly classes: readonly number[];
  /** Device files that hang off it, where the system has such: `/dev/ttyACM0`, `/dev/usb/lp0`, `/dev/video0`. */
  readonly nodes: readonly string[];
}

/** What is plugged in now. Reads the system at each call; an empty list where USB cannot be listed. */
export interface UsbInventory {
  list(signal: AbortSignal): Promise<readonly UsbDevice[]>;
}

/** An option that means one device wherever it comes up: `usb:0c2e:0b61`, with `:SERIAL` or `@1-1.2` to tell twins apart. */
export const USB_SELECTOR =
  "usb:[0-9a-f]{4}:[0-9a-f]{4}(:[A-Za-z0-9 ._#+/-]{1,80}|@[0-9]{1,3}-[0-9.]{1,40})?";

export interface UsbSelector {
  readonly vendorId: string;
  readonly productId: string;
  readonly serial: string | undefined;
  readonly port: string | undefined;
}

/** Undefined for anything that is no selector, for example a path. */
export function parseUsbSelector(text: string): UsbSelector | undefined {
  const [, vendorId, productId, serial, port] =
    /^usb:([0-9a-f]{4}):([0-9a-f]{4})(?::([^@]{1,80})|@([0-9]+-[0-9.]+))?$/.exec(text) ?? [];
  return vendorId && productId ? { vendorId, productId, serial, port } : undefined;
}

/**
 * The serial number where there is one, else the socket: what stays the same when a cable is put back. `among` are the other
 * devices that are plugged in: some makers give every piece the same serial number.
 */
export function usbSelectorFor(device: UsbDevice, among: readonly UsbDevice[] = []): string {
  const { vendorId, productId, serial, port } = device;
  const hasTwin = among.some(
    (other) => other.port !== port && isSelected({ ...device, port: undefined }, other),
  );
  const isUsable = serial !== undefined && !hasTwin && /^[A-Za-z0-9 ._#+/-]{1,80}$/.test(serial);
  return `usb:${vendorId}:${productId}${isUsable ? `:${serial}` : `@${port}`}`;
}

export function isSelected(
  selector: UsbSelector,
  device: Pick<UsbDevice, "vendorId" | "productId" | "serial"> & { readonly port: string | undefined },
): boolean {
  return (
    selector.vendorId === device.vendorId &&
    selector.productId === device.productId &&
    (selector.serial === undefined || selector.serial === device.serial) &&
    (selector.port === undefined || selector.port === device.port)
  );
}
