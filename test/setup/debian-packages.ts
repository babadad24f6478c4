import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fetching } from "./fetching.ts";

export interface DebianPackage {
  readonly name: string;
  /** A file the tests need; any of them will do. A machine that has it another way needs no package. */
  readonly provides: readonly string[];
  readonly for: string;
}

/** Everything the tests touch outside node_modules. Nothing else may be relied on. */
export const DEBIAN_PACKAGES: readonly DebianPackage[] = [
  { name: "mariadb-server", provides: ["/usr/sbin/mariadbd"], for: "INLISLite's tables on the real server" },
  { name: "chromium", provides: ["/usr/bin/chromium"], for: "the console in a real browser" },
  { name: "cups-ipp-utils", provides: ["/usr/sbin/ippeveprinter"], for: "a real IPP printer" },
  { name: "cups", provides: ["/usr/sbin/cupsd"], for: "the print queue between Titian and a printer" },
  { name: "dbus-daemon", provides: ["/usr/bin/dbus-daemon"], for: "cupsd and Chromium" },
  { name: "socat", provides: ["/usr/bin/socat"], for: "pseudo-terminals and datagram sockets" },
  { name: "perl-base", provides: ["/usr/bin/perl"], for: "listening where systemd would" },
  { name: "ffmpeg", provides: ["/usr/bin/ffmpeg"], for: "its test picture as a webcam" },
  { name: "openssl", provides: ["/usr/bin/openssl"], for: "the certificate of a stand-in on https" },
  { name: "poppler-utils", provides: ["/usr/bin/pdftoppm"], for: "looking at PDF pages" },
  { name: "systemd", provides: ["/usr/bin/systemd-analyze"], for: "systemd-notify and checking the unit" },
  { name: "nsis", provides: ["/usr/bin/makensis"], for: "the setup program for Windows" },
  {
    name: "fonts-liberation",
    provides: ["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2"],
    for: "the same letters in every screenshot",
  },
];

/** A machine that has just started may be installing something itself. */
const LOCKED_S = 300;

const isPresent = ({ provides }: DebianPackage): boolean => provides.some((file) => existsSync(file));

/** Resolves to the problem in words, or undefined when everything is there. Installs only as root. */
export function ensureDebianPackages(
  say: (line: string) => void,
  packages: readonly DebianPackage[] = DEBIAN_PACKAGES,
): string | undefined {
  const missing = packages.filter((wanted) => !isPresent(wanted));
  if (missing.length === 0) return undefined;
  for (const wanted of missing) say(`missing: ${wanted.name} (${wanted.for})`);

  const install = ["install", "-y", "--no-install-recommends", ...missing.map((wanted) => wanted.name)];
  const oneLine = `sudo apt-get update && sudo apt-get ${install.join(" ")}`;
  if (!existsSync("/usr/bin/apt-get")) {
    return `The tests run on Debian 12 or newer; this machine lacks ${missing.flatMap((wanted) => wanted.provides[0] ?? []).join(", ")}.`;
  }
  if (process.getuid?.() !== 0) return `Install them once, then run the tests again:\n\n  ${oneLine}\n`;

  try {
    fetching(say, () => {
      aptGet(say, ["update"]);
      aptGet(say, install);
    });
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}. The same by hand:\n\n  ${oneLine}\n`;
  }
  const still = missing.filter((wanted) => !isPresent(wanted));
  return still.length === 0
    ? undefined
    : `After the install these are still missing: ${still.map((wanted) => wanted.provides.join(" or ")).join(", ")}.`;
}

function aptGet(say: (line: string) => void, args: readonly string[]): void {
  say(`apt-get ${args.join(" ")}`);
  const ran = spawnSync("/usr/bin/apt-get", ["-q", "-o", `DPkg::Lock::Timeout=${LOCKED_S}`, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    // A package that brings a server must not start it: the tests run their own, on their own ports.
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  });
  if (ran.status !== 0) throw new Error(`apt-get ${args[0]} did not succeed`);
}
