import { runScript } from "../script.ts";
import { CONTROL, stopSupervisor } from "../supervisor/control-pipe.ts";
import type { WindowsDesk } from "./desk.ts";
import { stopService } from "./windows-service.ts";

/** The daemon has half a minute, and its supervisor some seconds more. */
const STOP_WITHIN_MS = 45_000;

/** Whatever runs, in whosever session; nothing of it starts again by itself. Throws when it does not stop. */
export async function stopTitian(desk: WindowsDesk): Promise<void> {
  await stopService(desk, STOP_WITHIN_MS);
  if (await stopSupervisor(CONTROL, STOP_WITHIN_MS)) desk.say("stopped the running Titian");
}

/** For the setup program, which replaces files that would be in use. */
if (import.meta.main) {
  await runScript({
    linux: () => {
      throw new Error("On Linux: systemctl stop titian.service");
    },
    windows: stopTitian,
  });
}
