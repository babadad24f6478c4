import { existsSync, mkdirSync } from "node:fs";
import { must, NAME, type WindowsDesk } from "./desk.ts";
import type { Mode } from "./mode.ts";

/** By number, because their names are translated: SYSTEM, Administrators, Users. */
const SYSTEM = "*S-1-5-18";
const ADMINISTRATORS = "*S-1-5-32-544";
const USERS = "*S-1-5-32-545";
/** An account that Windows makes with the service, without a password. Its name is never translated. */
export const SERVICE_ACCOUNT = `NT SERVICE\\${NAME}`;

/** Accounts as Windows has them: `petugas`, `LOKET-1\\petugas`. Undefined: every user of the PC. */
export interface SessionUsers {
  readonly user?: string | undefined;
  readonly before?: string | undefined;
}

/**
 * Makes the folder of settings, store and log, and lets exactly those in who run Titian: in a session one account, or the users
 * of this PC where none is named; as a service its account alone. Needs the service to exist where its account is to be let in.
 * `before`: who was let in until now.
 */
export function openDataFolder(desk: WindowsDesk, mode: Mode, { user, before }: SessionUsers = {}): void {
  if (!existsSync(desk.data)) {
    mkdirSync(desk.data, { recursive: true });
    desk.say(`made ${desk.data}`);
  }
  const runs = mode === "session" ? (user ?? USERS) : SERVICE_ACCOUNT;
  const others = [USERS, SERVICE_ACCOUNT, ...(before === undefined ? [] : [before])];
  const below = "(OI)(CI)";
  const letIn = (): void => {
    const rights = [`${SYSTEM}:${below}F`, `${ADMINISTRATORS}:${below}F`, `${runs}:${below}M`];
    // Not inherited: %ProgramData% lets every user of the PC read.
    must(desk, "icacls.exe", desk.data, "/inheritance:r", "/grant:r", ...rights, "/q");
  };
  letIn();
  // An account that is gone is not in the list, and icacls says so by failing.
  for (const other of others.filter((one) => one !== runs))
    desk.run("icacls.exe", [desk.data, "/remove:g", other, "/q"]);
  // `petugas` and `LOKET-1\\petugas` are one account: what was taken from the one was the other's too.
  if (before !== undefined && before !== runs) letIn();
}
