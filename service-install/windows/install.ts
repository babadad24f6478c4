import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { InstallWishes } from "../install.ts";
import type { ScriptOptions } from "../script.ts";
import { CONTROL, lookAtSupervisor } from "../supervisor/control-pipe.ts";
import { openDataFolder, type SessionUsers } from "./data-folder.ts";
import type { WindowsDesk } from "./desk.ts";
import { makeLogonTask, removeLogonTask, sessionUser, startLogonTask } from "./logon-task.ts";
import { isMode, MODES, type Mode } from "./mode.ts";
import { stopTitian } from "./stop.ts";
import { makeService, removeService, serviceState, startService } from "./windows-service.ts";

const LOOK_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 250;
const STARTS_WITHIN_MS = 10_000;

const EVERYONE = "everyone";

interface Patience {
  /** How long a started task may take until Titian can be heard. */
  readonly startsWithinMs?: number;
}

/** Safe to run again: it changes what differs and says what it changed. Throws in words when it cannot. */
export async function installOnWindows(
  desk: WindowsDesk,
  wishes: InstallWishes,
  { mode: typed, user, startsWithinMs = STARTS_WITHIN_MS }: Pick<ScriptOptions, "mode" | "user"> & Patience,
): Promise<void> {
  const mode = typed === undefined ? presentMode(desk) : modeOf(typed);
  const before = sessionUser(wishes.app);
  if (mode === "session") {
    const users = { user: user === undefined ? before : accountOf(user), before };
    await installForSession(desk, wishes.app, users, startsWithinMs);
  } else if (user === undefined) await installAsService(desk, wishes, before);
  else throw new Error("--user goes with --mode session: a service has an account of its own");
}

async function installForSession(
  desk: WindowsDesk,
  app: string,
  users: SessionUsers,
  startsWithinMs: number,
): Promise<void> {
  if (serviceState(desk) !== undefined) {
    await stopTitian(desk);
    removeService(desk);
  }
  openDataFolder(desk, "session", users);
  makeLogonTask(desk, app, users.user);
  if (await isSupervised()) desk.say("Titian runs");
  else if (startLogonTask(desk) && (await isSupervised(startsWithinMs))) desk.say("started Titian");
  else desk.say("Titian starts when somebody signs in");
}

/** Windows says yes to a task that has nobody to run for: only Titian itself can tell that it runs. */
async function isSupervised(withinMs = 0): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    if (await lookAtSupervisor(CONTROL, LOOK_WITHIN_MS)) return true;
    if (waitedMs >= withinMs) return false;
    await pause(LOOK_EVERY_MS);
  }
}

async function installAsService(
  desk: WindowsDesk,
  wishes: InstallWishes,
  before: string | undefined,
): Promise<void> {
  removeLogonTask(desk, wishes.app);
  if (serviceState(desk) !== "running") await stopTitian(desk);
  makeService(desk, commandOf(wishes));
  openDataFolder(desk, "service", { before });
  startService(desk);
}

/** Who has the service keeps it through an update; everybody else gets the logon task. */
const presentMode = (desk: WindowsDesk): Mode => (serviceState(desk) === undefined ? "session" : "service");

/** Undefined for every user of the PC. Whether there is such an account, Windows says. */
function accountOf(typed: string): string | undefined {
  if (typed.toLowerCase() === EVERYONE) return undefined;
  // icacls reads a colon as the rights that follow and a star as a number; both are in no account's name.
  if (/^[^\p{C}"/[\]:;|=,+*?<>%]{1,104}$/u.test(typed)) return typed;
  throw new Error(`--user wants the name of a Windows account, or ${EVERYONE}`);
}

function modeOf(typed: string): Mode {
  if (isMode(typed)) return typed;
  throw new Error(`--mode wants one of ${MODES.join(", ")}`);
}

/** Throws for a folder that the service manager would read as something else: a percent sign expands. */
function commandOf({ node, app }: InstallWishes): string {
  const host = path.win32.join(app, "service-install", "windows", "service-host.ts");
  for (const place of [node, host])
    if (/["%]/.test(place)) throw new Error(`the path ${place} has characters that a service does not take`);
  return `"${node}" --disable-warning=ExperimentalWarning "${host}"`;
}
