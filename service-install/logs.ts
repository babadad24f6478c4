import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Host, within } from "./host.ts";
import { runScript, type ScriptOptions } from "./script.ts";
import { logFilesOf } from "./supervisor/log-file.ts";
import { STORE_FOLDER } from "./unit.ts";
import type { WindowsDesk } from "./windows/desk.ts";

/** What the service has said last: systemd's journal, or the log in its store where no systemd runs. */
export function logs(host: Host, { lines }: Pick<ScriptOptions, "lines">): void {
  if (!host.hasSystemd) {
    host.say(lastLines([within(host, STORE_FOLDER, "log", "titian.log")], lines));
    return;
  }
  const journal = host.run("journalctl", [
    "--unit",
    "titian.service",
    "--no-pager",
    "--lines",
    String(lines),
  ]);
  if (!journal.ok) throw new Error(`journalctl did not succeed: ${journal.output}`);
  host.say(journal.output);
}

export function windowsLogs(desk: WindowsDesk, { lines }: Pick<ScriptOptions, "lines">): void {
  desk.say(lastLines(logFilesOf(path.join(desk.data, "log")), lines));
}

/** Of files that follow one another. Throws where there is none. */
function lastLines(files: readonly string[], count: number): string {
  const present = files.filter((file) => existsSync(file));
  if (present.length === 0) throw new Error(`nothing was written yet: ${files.at(-1)} is missing`);
  const all = present.map((file) => readFileSync(file, "utf8")).join("");
  return all.trimEnd().split("\n").slice(-count).join("\n");
}

if (import.meta.main) {
  await runScript({
    linux: (host, _wishes, options) => logs(host, options),
    windows: (desk, _wishes, options) => windowsLogs(desk, options),
  });
}
