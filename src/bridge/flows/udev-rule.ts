import type { About } from "../../devices/index.ts";

/** Where the device file hangs off, by its path. */
const SUBSYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/^\/dev\/hidraw/, "hidraw"],
  [/^\/dev\/usb\/lp/, "usbmisc"],
  [/^\/dev\/tty/, "tty"],
  [/^\/dev\/(?:video|v4l)/, "video4linux"],
];

/** The group that service-install gives Titian's user; a desk without the service uses the person's own. */
const GROUP = "titian";

/** The line for /etc/udev/rules.d that lets Titian use this device; null where no rule would help. */
export function udevRuleFor({ usb, address }: About): string | null {
  const subsystem = SUBSYSTEMS.find(([path]) => path.test(address ?? ""))?.[1];
  if (!subsystem) return null;
  const ids = usb ? `, ATTRS{idVendor}=="${usb.vendorId}", ATTRS{idProduct}=="${usb.productId}"` : "";
  return `SUBSYSTEM=="${subsystem}"${ids}, MODE="0660", GROUP="${GROUP}"`;
}
