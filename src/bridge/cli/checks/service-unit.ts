import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Check, Finding } from "./check.ts";
import { same, saying } from "./two-languages.ts";

const ASK_WITHIN_MS = 5_000;
const UNITS = [
  "/etc/systemd/system/titian.service",
  "/lib/systemd/system/titian.service",
  "/usr/lib/systemd/system/titian.service",
];
const RULES = [
  "/etc/udev/rules.d/70-titian.rules",
  "/lib/udev/rules.d/70-titian.rules",
  "/usr/lib/udev/rules.d/70-titian.rules",
];
/** Of cameras, printers and serial ports. */
const GROUPS = ["video", "lp", "dialout"];

/** Linux: the service that starts Titian, its rules for devices, and the groups that let it use them. Elsewhere `titian service status` says it. */
export const serviceUnit: Check = {
  name: "service",
  async run({ language }, signal) {
    const unit = UNITS.find((file) => existsSync(file));
    if (process.platform !== "linux" || unit === undefined) return [];
    const { ok, warn, fail } = saying("service", language);
    const state = async (verb: string) => (await systemctl(verb, signal)) ?? "?";
    const [enabled, active] = [await state("is-enabled"), await state("is-active")];
    const running: Finding =
      enabled === "enabled" && active === "active"
        ? ok(same(`${enabled}, ${active}`))
        : fail(
            same(`${enabled}, ${active}`),
            same("systemctl enable --now titian && journalctl -u titian -n 30"),
          );
    const rules = RULES.some((file) => existsSync(file))
      ? []
      : [
          warn(
            { id: "aturan udev tidak ada", en: "the udev rules are missing" },
            same("titian service install"),
          ),
        ];
    const given = / *SupplementaryGroups=(.*)/.exec(readFileSync(unit, "utf8"))?.[1]?.split(/\s+/) ?? [];
    const lacking = GROUPS.filter((group) => !given.includes(group) && existsHere(group));
    const groups =
      lacking.length === 0
        ? []
        : [
            warn(
              {
                id: `layanan tidak masuk grup ${lacking.join(", ")}`,
                en: `the service is not in the groups ${lacking.join(", ")}`,
              },
              same("titian service install"),
            ),
          ];
    return [running, ...rules, ...groups];
  },
};

async function systemctl(verb: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const asked = promisify(execFile)("systemctl", [verb, "titian.service"], {
      signal,
      timeout: ASK_WITHIN_MS,
    });
    return (await asked).stdout.trim();
  } catch (error) {
    // It says `inactive` with an exit code of its own.
    return (error as { readonly stdout?: string }).stdout?.trim() || undefined;
  }
}

function existsHere(group: string): boolean {
  try {
    return new RegExp(`^${group}:`, "m").test(readFileSync("/etc/group", "utf8"));
  } catch {
    return false;
  }
}
