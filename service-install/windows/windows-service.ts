import { setTimeout as pause } from "node:timers/promises";
import { SERVICE_ACCOUNT } from "./data-folder.ts";
import { must, NAME, WIN32, type WindowsDesk } from "./desk.ts";

const KEY = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${NAME}`;
const TITLE = "Titian";
const DESCRIPTION = "Menghubungkan INLISLite dengan kamera, printer, dan pemindai loket perpustakaan";
/** After a crash at once, then slower; a quiet day forgets what was. Milliseconds and seconds, as sc.exe has it. */
const AGAIN = ["reset=", "86400", "actions=", "restart/5000/restart/30000/restart/60000"];

export const SERVICE_STATES = [
  ...["stopped", "starting", "stopping", "running", "continuing", "pausing", "paused"],
] as const;

/** Windows' own word for what the service does, in English; undefined where there is none. */
export function serviceState(desk: WindowsDesk): string | undefined {
  const ran = desk.run("sc.exe", ["query", NAME]);
  if (!ran.ok) return undefined;
  // The words before the numbers are translated; no other line has a number of one digit and then a capital.
  const [, state] = /:\s+([1-7])\s+[A-Z]/.exec(ran.output) ?? [];
  return SERVICE_STATES[Number(state) - 1];
}

/** `command`: what Windows starts, quoted. */
export function makeService(desk: WindowsDesk, command: string): void {
  const present = commandOf(desk);
  if (present === command) {
    desk.say(`the service ${NAME} is up to date`);
    return;
  }
  const settings = ["binPath=", command, "start=", "auto", "obj=", SERVICE_ACCOUNT];
  if (present === undefined) {
    must(desk, "sc.exe", "create", NAME, ...settings, "DisplayName=", TITLE);
    must(desk, "sc.exe", "description", NAME, DESCRIPTION);
    must(desk, "sc.exe", "failure", NAME, ...AGAIN);
    desk.say(`made the service ${NAME}`);
    return;
  }
  must(desk, "sc.exe", "config", NAME, ...settings);
  desk.say(`changed the service ${NAME}`);
}

export function startService(desk: WindowsDesk): void {
  const ran = desk.run("sc.exe", ["start", NAME]);
  if (!ran.ok && ran.code !== WIN32.alreadyRunning)
    throw new Error(`the service ${NAME} did not start (${ran.code}): ${ran.output}`);
  desk.say(ran.ok ? `started the service ${NAME}` : `the service ${NAME} runs`);
}

const LOOK_EVERY_MS = 250;

/** Resolves once it has stopped; throws when it has not within the budget. */
export async function stopService(desk: WindowsDesk, withinMs: number): Promise<void> {
  const state = serviceState(desk);
  if (state === undefined || state === "stopped") return;
  const ran = desk.run("sc.exe", ["stop", NAME]);
  if (!ran.ok && ran.code !== WIN32.notStarted)
    throw new Error(`the service ${NAME} does not take the order to stop (${ran.code}): ${ran.output}`);
  const looks = Math.ceil(withinMs / LOOK_EVERY_MS);
  for (let look = 0; look < looks && serviceState(desk) !== "stopped"; look++) await pause(LOOK_EVERY_MS);
  if (serviceState(desk) !== "stopped") throw new Error(`the service ${NAME} has not stopped`);
  desk.say(`stopped the service ${NAME}`);
}

/** Of a service that has stopped. */
export function removeService(desk: WindowsDesk): void {
  if (serviceState(desk) === undefined) return;
  must(desk, "sc.exe", "delete", NAME);
  desk.say(`removed the service ${NAME}`);
}

function commandOf(desk: WindowsDesk): string | undefined {
  const ran = desk.run("reg.exe", ["query", KEY, "/v", "ImagePath"]);
  if (!ran.ok) return undefined;
  return /^ +ImagePath +REG_(?:EXPAND_)?SZ +(.*?)\r?$/m.exec(ran.output)?.[1] ?? "";
}
