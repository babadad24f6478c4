import type { DebianPackage } from "../../setup/debian-packages.ts";

/** What the host needs to build the guest, and what the guest, which sees the host's files, runs. */
export const LAB_PACKAGES: readonly DebianPackage[] = [
  { name: "qemu-system-x86", provides: ["/usr/bin/qemu-system-x86_64"], for: "the guest" },
  { name: "busybox-static", provides: ["/bin/busybox"], for: "the guest's first program" },
  { name: "kmod", provides: ["/usr/sbin/depmod", "/sbin/depmod"], for: "the guest's kernel modules" },
  { name: "xz-utils", provides: ["/usr/bin/xz"], for: "unpacking the guest's kernel" },
  { name: "make", provides: ["/usr/bin/make"], for: "building the v4l2loopback module" },
  // The compiler of Debian 12's kernel: a module built by another one may not load.
  { name: "gcc-12", provides: ["/usr/bin/gcc-12"], for: "building the v4l2loopback module" },
  { name: "udev", provides: ["/lib/systemd/systemd-udevd"], for: "udevd in the guest" },
  { name: "libudev1", provides: ["/usr/lib/x86_64-linux-gnu/libudev.so.1"], for: "HID devices" },
  { name: "ffmpeg", provides: ["/usr/bin/ffmpeg"], for: "the camera driver and the picture before the lens" },
  { name: "cups", provides: ["/usr/lib/cups/backend/usb"], for: "CUPS with its USB backend" },
  { name: "perl-base", provides: ["/usr/bin/perl"], for: "the printer gadget's status, which is an ioctl" },
];
