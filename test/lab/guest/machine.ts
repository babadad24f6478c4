import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Places } from "./lab.ts";

/** One for each device that can be plugged in at the same time. */
const SOCKETS = 12;

const MODULES = [
  ...["hid_generic", "usbhid", "uhid", "evdev", "usblp", "cdc_acm"],
  ...["libcomposite", "usb_f_acm", "usb_f_hid", "usb_f_printer"],
];

/** Runs to its end; throws what it said when it did not succeed. */
export function must(command: string, ...args: readonly string[]): string {
  const ran = spawnSync(command, args, { encoding: "utf8" });
  if (ran.status === 0) return ran.stdout;
  throw new Error(`${command} ${args.join(" ")}: ${ran.error?.message ?? ran.stderr.trim()}`);
}

/** The kernel drivers of everything that the lab plugs in. */
export function loadDrivers({ modules, loopback }: Places): void {
  const release = os.release();
  // udevd looks for modules only here.
  mkdirSync("/lib/modules", { recursive: true });
  symlinkSync(path.join(modules, "lib/modules", release), path.join("/lib/modules", release));
  must("modprobe", "-a", ...MODULES);
  must("modprobe", "dummy_hcd", `num=${SOCKETS}`);
  must("modprobe", "vivid", "n_devs=1", "node_types=0x1", "num_inputs=1", "input_types=0x0");
  // insmod would need the loopback's own needs to be there; vivid has brought them.
  must("insmod", loopback, "exclusive_caps=1", "video_nr=9", "card_label=Lab");
}

export function startUdevd(): void {
  spawn("/lib/systemd/systemd-udevd", ["--daemon"], { stdio: "ignore" });
  // Only what is there already and matters: asking for everything loads a PC's worth of drivers under emulation.
  must("udevadm", "trigger", "--subsystem-match=video4linux");
  must("udevadm", "settle", "-t", "60");
}

/** A user without rights still reads the daemon's sources; only in the guest, whose layer over the host's files is memory. */
export function openWayTo(file: string): void {
  for (let folder = path.dirname(file); folder !== "/"; folder = path.dirname(folder)) {
    const { mode } = statSync(folder);
    if ((mode & 0o005) !== 0o005) chmodSync(folder, mode | 0o055);
  }
}
