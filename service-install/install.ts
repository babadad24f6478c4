import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deviceGroups, ensureUser } from "./accounts.ts";
import { type Host, within } from "./host.ts";
import { runScript } from "./script.ts";
import { CONFIG_FOLDER, RULES_FILE, rulesText, UNIT_FILE, USER, unitText } from "./unit.ts";
import { installOnWindows } from "./windows/install.ts";

export interface InstallWishes {
  readonly node: string;
  readonly app: string;
}

/** Safe to run again: it changes what differs and says what it changed. Throws in words when it cannot. */
export function install(host: Host, wishes: InstallWishes): void {
  if (ensureUser(host))
    host.say(host.isImage ? `would make the account ${USER}` : `made the account ${USER}`);
  makeConfigFolder(host);
  letServiceRead(host);

  const unit = unitText({ ...wishes, groups: deviceGroups(host) });
  const isChanged = writeWhenDifferent(host, UNIT_FILE, unit);
  const hasNewRules = writeWhenDifferent(host, RULES_FILE, rulesText());
  if (host.isImage) return;
  if (hasNewRules) applyRules(host);
  if (!host.hasSystemd) {
    host.say("not started: systemd does not run here");
    return;
  }

  must(host, "systemctl", "daemon-reload");
  must(host, "systemctl", "enable", "titian.service");
  must(host, "systemctl", isChanged ? "restart" : "start", "titian.service");
  host.say(isChanged ? "restarted titian.service" : "titian.service runs");
  if (!existsSync(within(host, CONFIG_FOLDER, "titian.toml")))
    host.say("set this desk up at http://localhost:9700/mulai in this PC's browser, or with: titian init");
}

/** Root writes it, the service reads it, nobody else does: it names the password's file. */
function makeConfigFolder(host: Host): void {
  const folder = within(host, CONFIG_FOLDER);
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o750 });
  host.run("chgrp", [USER, folder]);
  host.say(`made ${CONFIG_FOLDER}`);
}

/** `titian init` runs as root: what it wrote is not yet the service's to read. */
function letServiceRead(host: Host): void {
  for (const name of ["titian.toml", "inlislite-password"]) {
    const file = within(host, CONFIG_FOLDER, name);
    if (existsSync(file)) must(host, "chgrp", USER, file);
  }
}

/** A machine without udevd, a container for example, has no rules to apply and needs none. */
function applyRules(host: Host): void {
  const isRead = host.run("udevadm", ["control", "--reload"]).ok;
  if (isRead) host.run("udevadm", ["trigger", "--subsystem-match=hidraw"]);
  host.say(isRead ? "device rules apply now" : "device rules apply after the next start of this machine");
}

function writeWhenDifferent(host: Host, file: string, content: string): boolean {
  const target = within(host, file);
  const present = existsSync(target) ? readFileSync(target, "utf8") : undefined;
  if (present === content) {
    host.say(`${file} is up to date`);
    return false;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content, { mode: 0o644 });
  host.say(`${present === undefined ? "wrote" : "changed"} ${file}`);
  return true;
}

function must(host: Host, command: string, ...args: string[]): void {
  const ran = host.run(command, args);
  if (!ran.ok) throw new Error(`${command} ${args.join(" ")} did not succeed: ${ran.output}`);
}

if (import.meta.main) await runScript({ linux: install, windows: installOnWindows });
