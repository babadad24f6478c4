import { existsSync } from "node:fs";
import path from "node:path";
import { CONTROL, lookAtSupervisor, type Supervised } from "../supervisor/control-pipe.ts";
import type { WindowsDesk } from "./desk.ts";
import { hasLogonTask, sessionUser } from "./logon-task.ts";
import { serviceState } from "./windows-service.ts";

const LOOK_WITHIN_MS = 5_000;

export interface WindowsStatus {
  readonly hasTask: boolean;
  /** The one account that the task is for; undefined for every user of the PC. */
  readonly user: string | undefined;
  /** Windows' own word, such as `running`; undefined where there is no service. */
  readonly service: string | undefined;
  readonly running: Supervised | undefined;
  readonly hasConfig: boolean;
}

export async function windowsStatus(desk: WindowsDesk, app: string): Promise<WindowsStatus> {
  return {
    hasTask: hasLogonTask(desk, app),
    user: sessionUser(app),
    service: serviceState(desk),
    running: await lookAtSupervisor(CONTROL, LOOK_WITHIN_MS),
    hasConfig: existsSync(path.join(desk.data, "titian.toml")),
  };
}

/** As `titian doctor` reads it. */
export const windowsStatusJson = ({ service, running, user, hasTask }: WindowsStatus): string =>
  JSON.stringify({
    hasTask,
    isForOneUser: user !== undefined,
    service: service ?? null,
    running: running ?? null,
  });

export function windowsStatusText(
  { data }: Pick<WindowsDesk, "data">,
  { hasTask, user, service, running, hasConfig }: WindowsStatus,
): string {
  const startedBy = [
    ...(hasTask ? [`logon task Titian, in the session of ${user ?? "who signs in"}`] : []),
    ...(service === undefined ? [] : [`service Titian (${service})`]),
  ];
  const config = path.join(data, "titian.toml");
  const state =
    running &&
    `${running.state}, version ${running.version || "unknown"}, started again ${Math.max(0, running.restarts)} times`;
  return [
    `starts   ${startedBy.join("; ") || "not installed: titian service install"}`,
    `state    ${state ?? "nothing runs"}`,
    `config   ${hasConfig ? config : `${config} is missing: open http://localhost:9700/mulai, or titian init`}`,
    `log      ${path.join(data, "log", "service.log")}`,
  ].join("\n");
}
