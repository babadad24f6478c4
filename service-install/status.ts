import { existsSync, readFileSync } from "node:fs";
import { deviceGroups, hasUser } from "./accounts.ts";
import { type Host, within } from "./host.ts";
import type { InstallWishes } from "./install.ts";
import { runScript } from "./script.ts";
import { CONFIG_FOLDER, UNIT_FILE, USER, unitText } from "./unit.ts";
import { windowsStatus, windowsStatusJson, windowsStatusText } from "./windows/status.ts";

/** An administrator's, or else what the wizard wrote where the service may write. */
const CONFIG_FILES = [`${CONFIG_FOLDER}/titian.toml`, "/var/lib/titian/titian.toml"];

export interface ServiceStatus {
  readonly unit: "missing" | "current" | "different";
  readonly hasUser: boolean;
  readonly hasConfig: boolean;
  /** systemd's own word, such as `active` or `failed`; undefined where systemd does not run. */
  readonly state: string | undefined;
}

export function status(host: Host, wishes: InstallWishes): ServiceStatus {
  const file = within(host, UNIT_FILE);
  const wanted = unitText({ ...wishes, groups: deviceGroups(host) });
  const present = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const state = host.run("systemctl", ["is-active", "titian.service"]).output;
  return {
    unit: present === undefined ? "missing" : present === wanted ? "current" : "different",
    hasUser: hasUser(host),
    hasConfig: CONFIG_FILES.some((file) => existsSync(within(host, file))),
    state: /^[a-z-]+$/.test(state) ? state : undefined,
  };
}

export function statusText({ unit, hasUser: user, hasConfig, state }: ServiceStatus): string {
  const units = {
    missing: `not installed: titian service install`,
    current: `${UNIT_FILE} is up to date`,
    different: `${UNIT_FILE} differs from this version: titian service install`,
  };
  return [
    `unit     ${units[unit]}`,
    `account  ${user ? USER : `${USER} does not exist: titian service install`}`,
    `config   ${hasConfig ? "there" : "titian.toml is missing: http://localhost:9700/mulai, or titian init"}`,
    `state    ${state ?? "systemd does not run here"}`,
  ].join("\n");
}

if (import.meta.main) {
  await runScript({
    linux: (host, wishes) => host.say(statusText(status(host, wishes))),
    windows: async (desk, { app }, { json }) => {
      const found = await windowsStatus(desk, app);
      desk.say(json ? windowsStatusJson(found) : windowsStatusText(desk, found));
    },
  });
}
