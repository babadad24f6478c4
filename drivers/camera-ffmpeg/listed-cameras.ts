import { askFfmpeg } from "./ask-ffmpeg.ts";
import type { Program } from "./ffmpeg-process.ts";

/** A camera as ffmpeg lists it on Windows or macOS. */
export interface ListedCamera {
  readonly name: string;
  /** Windows' own path of the device, with its USB ids in it; macOS has none. */
  readonly path: string | undefined;
}

const LIST_WITHIN_MS = 4_000;

/** Asks for the names, which opens no camera. */
export async function listCameras(program: Program, signal: AbortSignal): Promise<readonly ListedCamera[]> {
  const isWindows = program.platform === "win32";
  const input = isWindows ? ["-f", "dshow", "-i", "dummy"] : ["-f", "avfoundation", "-i", ""];
  const args = ["-nostdin", "-hide_banner", "-list_devices", "true", ...input];
  const said = await askFfmpeg(program, args, LIST_WITHIN_MS, signal);
  return isWindows ? readDshowList(said) : readAvfoundationList(said);
}

/** Since 5.0 each line says what it is; before, a headline did. */
export function readDshowList(said: string): readonly ListedCamera[] {
  const cameras: ListedCamera[] = [];
  let isVideo = false;
  for (const line of lines(said)) {
    const headline = /DirectShow (video|audio) devices/.exec(line);
    if (headline) isVideo = headline[1] === "video";
    const [, path] = /^\s*Alternative name "(.{1,400})"$/.exec(line) ?? [];
    const last = cameras.at(-1);
    if (path !== undefined && isVideo && last) cameras[cameras.length - 1] = { ...last, path };
    const [, name, kind] = /^\s*"(.{1,200})"(?: \(([a-z, ]+)\))?$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (kind !== undefined) isVideo = kind.includes("video");
    if (isVideo) cameras.push({ name, path: undefined });
  }
  return cameras;
}

/** macOS lists its screens among the cameras. */
export function readAvfoundationList(said: string): readonly ListedCamera[] {
  const cameras: ListedCamera[] = [];
  let isVideo = false;
  for (const line of lines(said)) {
    const headline = /^AVFoundation (video|audio) devices:/.exec(line);
    if (headline) isVideo = headline[1] === "video";
    const [, name] = /^\[\d{1,3}\] (.{1,200})$/.exec(line) ?? [];
    if (name !== undefined && isVideo && !/^Capture screen \d+$/.test(name))
      cameras.push({ name, path: undefined });
  }
  return cameras;
}

/** Without the part that says which module speaks: `[dshow @ 0000021e]`, `[in#0 @ 0x7f]`, `[AVFoundation indev @ 0x7f]`. */
const lines = (said: string): readonly string[] =>
  said.split(/\r?\n/).map((line) => line.replace(/^\[[^\]]{1,60} @ [0-9a-fx]+\] ?/i, "").trimEnd());
