import hid from "node-hid";

/** Generic desktop, keyboard: the HID usage tables. */
const KEYBOARD = { page: 0x01, usage: 0x06 };

/** `vendor:product` of everything that types. Lists them and opens none; undefined where HID cannot be listed. */
export async function keyboards(): Promise<ReadonlySet<string> | undefined> {
  try {
    const devices = await hid.devicesAsync();
    const typing = devices.filter(
      ({ usagePage, usage }) => usagePage === KEYBOARD.page && usage === KEYBOARD.usage,
    );
    return new Set(typing.map(({ vendorId, productId }) => `${hex(vendorId)}:${hex(productId)}`));
  } catch {
    return undefined;
  }
}

const hex = (id: number): string => id.toString(16).padStart(4, "0");
