import type { ProgramFinder } from "../../src/devices/index.ts";
import { askFfmpeg } from "./ask-ffmpeg.ts";
import { findFfmpeg } from "./find-ffmpeg.ts";

const ANSWERS_WITHIN_MS = 5_000;

/** The ffmpeg that a device with these options would run. */
const installedFfmpeg: ProgramFinder = async (options, clock, signal) => {
  const { platform, env } = process;
  const configured = options["ffmpeg"];
  const path = await findFfmpeg({ platform, env }, typeof configured === "string" ? configured : undefined);
  if (path === undefined) return undefined;
  const said = await askFfmpeg({ ffmpeg: path, platform, clock }, ["-version"], ANSWERS_WITHIN_MS, signal);
  return { path, version: /^ffmpeg version (\S{1,60})/.exec(said)?.[1] };
};

export default installedFfmpeg;
