import { spawnSync } from "node:child_process";
import process from "node:process";

/** The setup program for Windows is compressed on one core: three minutes, and many more on a machine that does other things. */
const WITHIN_MS = 1_800_000;

/** A program of this machine, by argv. Throws with what it said. */
export function runTool(
  command: string,
  args: readonly string[],
  { cwd, seconds }: { readonly cwd?: string; readonly seconds?: number } = {},
): string {
  const env = { ...process.env, ...(seconds !== undefined && { SOURCE_DATE_EPOCH: String(seconds) }) };
  const ran = spawnSync(command, [...args], {
    ...{ encoding: "utf8", timeout: WITHIN_MS, env },
    ...(cwd && { cwd }),
  });
  if (ran.error) throw new Error(`${command} does not run here: ${ran.error.message}`);
  if (ran.status !== 0) throw new Error(`${command} ended with ${ran.status}: ${ran.stderr}`);
  return ran.stdout.trim();
}
