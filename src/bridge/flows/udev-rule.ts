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
  const [, kernel] = /^\/dev\/(?:usb\/)?([A-Za-z0-9]+)$/.exec(address ?? "") ?? [];
  // Never a whole subsystem: "tty" alone would hand over every console of the machine.
  if (!usb && !kernel) return null;
  const which = usb
    ? `ATTRS{idVendor}=="${usb.vendorId}", ATTRS{idProduct}=="${usb.productId}"`
    : `KERNEL=="${kernel}"`;
  return `SUBSYSTEM=="${subsystem}", ${which}, MODE="0660", GROUP="${GROUP}"`;
}
