import { existsSync, rmSync } from "node:fs";
import { type Host, within } from "./host.ts";
import { runScript } from "./script.ts";
import { CONFIG_FOLDER, RULES_FILE, STORE_FOLDER, UNIT_FILE, USER } from "./unit.ts";
import { uninstallFromWindows } from "./windows/uninstall.ts";

/** Removes the service and nothing that a library would miss. Safe to run again. */
export function uninstall(host: Host): void {
  const unit = within(host, UNIT_FILE);
  if (!existsSync(unit)) {
    host.say("titian.service is not installed");
    return;
  }
  const stopped = host.run("systemctl", ["disable", "--now", "titian.service"]);
  if (host.hasSystemd && !stopped.ok)
    throw new Error(`titian.service could not be stopped: ${stopped.output}`);
  rmSync(unit);
  rmSync(within(host, RULES_FILE), { force: true });
  host.run("systemctl", ["daemon-reload"]);
  host.say(`removed ${UNIT_FILE} and ${RULES_FILE}`);
  host.say(`kept ${CONFIG_FOLDER}, ${STORE_FOLDER} and the account ${USER}: they hold the library's records`);
}

if (import.meta.main) await runScript({ linux: uninstall, windows: uninstallFromWindows });
