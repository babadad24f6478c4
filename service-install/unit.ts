import { readFileSync } from "node:fs";
import path from "node:path";

export { DEVICE_GROUPS, USER } from "./versions/service-account.ts";

export const UNIT_FILE = "/etc/systemd/system/titian.service";
export const RULES_FILE = "/etc/udev/rules.d/70-titian.rules";
export const CONFIG_FOLDER = "/etc/titian";
export const STORE_FOLDER = "/var/lib/titian";

/** Decides which version runs, this one or one that came by update, and becomes it. */
export const LAUNCHER = "service-install/versions/launch.ts";

export interface UnitWishes {
  /** Absolute path of Node 24. */
  readonly node: string;
  /** Absolute path of the folder that holds lib/ in a release, src/ in a clone. */
  readonly app: string;
  readonly groups: readonly string[];
}

/** Throws for a path that systemd would read as something else: a blank splits, a percent sign expands. */
export function unitText({ node, app, groups }: UnitWishes): string {
  for (const place of [node, app]) {
    if (!path.posix.isAbsolute(place) || !/^[\w./@+-]+$/.test(place)) {
      throw new Error(`the path ${place} has characters that a systemd unit does not take as they are`);
    }
  }
  const template = readFileSync(new URL("systemd/titian.service", import.meta.url), "utf8");
  return template
    .replaceAll("@NODE@", node)
    .replaceAll("@APP@", app)
    .replaceAll("@LAUNCHER@", path.posix.join(app, LAUNCHER))
    .replaceAll("@CONFIG@", `${CONFIG_FOLDER}/titian.toml`)
    .replaceAll("@GROUPS@", groups.join(" "));
}

/** Which device files the service may open beside those of its groups. */
export const rulesText = (): string =>
  readFileSync(new URL("systemd/70-titian.rules", import.meta.url), "utf8");
