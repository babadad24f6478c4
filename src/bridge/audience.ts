import type { SessionInfo } from "./dispatch.ts";
import type { CommandSpec } from "./protocol/command.ts";

/** What a command or an event says about its audience, held against one session. */
export function isFor(
  { consoleOnly, screens }: Pick<CommandSpec, "consoleOnly" | "screens">,
  { isConsole, screen }: Pick<SessionInfo, "isConsole" | "screen">,
): boolean {
  if (screen) return screens?.includes(screen) ?? false;
  return isConsole || !consoleOnly;
}
