import type { InstallWishes } from "../install.ts";
import type { WindowsDesk } from "./desk.ts";
import { hasLogonTask, removeLogonTask } from "./logon-task.ts";
import { stopTitian } from "./stop.ts";
import { removeService, serviceState } from "./windows-service.ts";

/** Stops and removes what starts Titian, and nothing that a library would miss. Safe to run again. */
export async function uninstallFromWindows(
  desk: WindowsDesk,
  { app }: Pick<InstallWishes, "app">,
): Promise<void> {
  const isInstalled = hasLogonTask(desk, app) || serviceState(desk) !== undefined;
  await stopTitian(desk);
  removeLogonTask(desk, app);
  removeService(desk);
  desk.say(
    isInstalled
      ? `kept ${desk.data}: it holds the library's records`
      : "nothing that starts Titian is installed",
  );
}
