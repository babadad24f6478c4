import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fetching } from "../setup/fetching.ts";

const SUITE = "bookworm";
const MIRROR = "http://deb.debian.org/debian";
/** What any Debian desk has; systemd-analyze comes with systemd. */
const PACKAGES = ["systemd", "systemd-sysv", "dbus", "udev", "procps", "libstdc++6"];
const BUILD_WITHIN_MS = 30 * 60_000;

/** A Debian 12 as it comes, some minutes the first time and 300 MB; nothing is ever changed in it. */
export function cleanMachine(cache: string, say: (line: string) => void): string {
  const machine = path.join(cache, SUITE);
  if (existsSync(machine)) return machine;
  mkdirSync(cache, { recursive: true });
  const building = `${machine}.building`;
  const argv = ["--variant=minbase", `--include=${PACKAGES.join(",")}`, SUITE, building, MIRROR];
  fetching(say, () => {
    rmSync(building, { recursive: true, force: true });
    const ran = spawnSync("/usr/sbin/debootstrap", argv, { stdio: "inherit", timeout: BUILD_WITHIN_MS });
    if (ran.status !== 0) throw new Error(`debootstrap ended with ${ran.status}`);
  });
  renameSync(building, machine);
  return machine;
}

/** Runs when everything else is up, and switches the machine off. */
const UNIT = `[Unit]
Description=what a technician does
After=multi-user.target
[Service]
Type=oneshot
ExecStart=/bin/sh /root/scenario.sh
[Install]
WantedBy=graphical.target
`;

/**
 * Boots a copy of that machine with its own systemd, without any network, with these files and folders in /root, and lets it play
 * /root/scenario.sh. Resolves to its /root/seen: `name<TAB>what was seen`, a line each.
 */
export function playIn(
  machine: string,
  folder: string,
  files: Readonly<Record<string, string>>,
  withinMs: number,
): string {
  cpSync(machine, folder, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  for (const [name, from] of Object.entries(files))
    cpSync(from, path.join(folder, "root", name), { recursive: true });
  const unit = path.join(folder, "etc/systemd/system/technician.service");
  const wants = path.join(folder, "etc/systemd/system/graphical.target.wants");
  writeFileSync(unit, UNIT);
  mkdirSync(wants, { recursive: true });
  symlinkSync("../technician.service", path.join(wants, "technician.service"));
  // Without a bus and a machined of the host: this may itself be a container.
  const argv = [
    "--quiet",
    "--register=no",
    "--keep-unit",
    "--private-network",
    "--boot",
    `--directory=${folder}`,
  ];
  const ran = spawnSync("/usr/bin/systemd-nspawn", argv, {
    ...{ encoding: "utf8", timeout: withinMs, killSignal: "SIGKILL", stdio: ["ignore", "pipe", "pipe"] },
  });
  const seen = path.join(folder, "root/seen");
  if (!existsSync(seen)) throw new Error(`the machine did not play: ${ran.stdout}\n${ran.stderr}`);
  return readFileSync(seen, "utf8");
}
