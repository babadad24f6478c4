import { readFileSync } from "node:fs";
import { type Host, within } from "./host.ts";
import { DEVICE_GROUPS, STORE_FOLDER, USER } from "./unit.ts";

const namesIn = (host: Host, file: string): readonly string[] => {
  try {
    const lines = readFileSync(within(host, file), "utf8").split("\n");
    return lines.flatMap((line) => line.split(":")[0] || []);
  } catch {
    // An image without the file has no accounts yet.
    return [];
  }
};

export const hasUser = (host: Host): boolean => namesIn(host, "/etc/passwd").includes(USER);

/** The device groups of this machine: a unit that names a group which does not exist does not start. */
export function deviceGroups(host: Host): readonly string[] {
  const present = namesIn(host, "/etc/group");
  return !host.isImage || present.length > 0
    ? DEVICE_GROUPS.filter((group) => present.includes(group))
    : DEVICE_GROUPS;
}

/** A system account without a home to log into and without a shell. True when it was made now. */
export function ensureUser(host: Host): boolean {
  if (hasUser(host)) return false;
  const options = ["--system", "--user-group", "--home-dir", STORE_FOLDER, "--shell", "/usr/sbin/nologin"];
  const made = host.run("useradd", [...options, USER]);
  if (!made.ok) throw new Error(`the account "${USER}" could not be made: ${made.output}`);
  return true;
}
