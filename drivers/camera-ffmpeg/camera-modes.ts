import { askFfmpeg } from "./ask-ffmpeg.ts";
import type { Program } from "./ffmpeg-process.ts";
import type { InputFormat } from "./input-formats.ts";
import type { Source } from "./source.ts";

/** One way in which a camera sends pictures; `format` is ffmpeg's name. */
export interface CameraMode {
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What ffmpeg is told to ask the camera for; what is undefined is left to both of them. */
export interface ChosenMode {
  readonly format: string | undefined;
  readonly size: { readonly widthPx: number; readonly heightPx: number } | undefined;
}

interface Wanted {
  readonly inputFormat: InputFormat;
  readonly widthPx: number;
  readonly heightPx: number;
}

const LIST_WITHIN_MS = 4_000;
/** Raw pictures fill a cable: over USB 2 this size comes five times a second, the next one hardly once. */
const RAW_AT_MOST_PX = 1920 * 1080;

/** Empty where the camera or the system does not tell. */
export async function listModes(
  program: Program,
  source: Source,
  signal: AbortSignal,
): Promise<readonly CameraMode[]> {
  const input = {
    v4l2: ["-f", "v4l2", "-list_formats", "all", "-i", source.name],
    dshow: ["-f", "dshow", "-list_options", "true", "-i", `video=${source.name}`],
    avfoundation: undefined,
    test: undefined,
  }[source.kind];
  if (!input) return [];
  const said = await askFfmpeg(program, ["-nostdin", "-hide_banner", ...input], LIST_WITHIN_MS, signal);
  return source.kind === "v4l2" ? readV4l2Modes(said) : readDshowModes(said);
}

/** `Compressed:  mjpeg : Motion-JPEG : 1280x720 640x480`, or a range `{32-2592, 2}x{32-1944, 2}`, whose end counts. */
export function readV4l2Modes(said: string): readonly CameraMode[] {
  const rows = said.matchAll(/\] (?:Raw|Compressed) *: *([a-z0-9_]{2,20}) :[^:\n]{0,80}:([^\n]*)/g);
  return Array.from(rows).flatMap(([, format = "", sizes = ""]) =>
    Array.from(
      sizes.matchAll(/(?:\{\d+-)?(\d{2,5})(?:, \d+\})?x(?:\{\d+-)?(\d{2,5})/g),
      ([, width, height]) => ({
        ...{ format, widthPx: Number(width), heightPx: Number(height) },
      }),
    ),
  );
}

/** `vcodec=mjpeg  min s=640x480 fps=5 max s=1920x1080 fps=30` */
export function readDshowModes(said: string): readonly CameraMode[] {
  const rows = said.matchAll(
    /(?:vcodec|pixel_format)=([a-z0-9_]{2,20}) +min s=\d+x\d+ fps=[\d.]+ max s=(\d{2,5})x(\d{2,5})/g,
  );
  return Array.from(rows, ([, format = "", width, height]) => ({
    ...{ format, widthPx: Number(width), heightPx: Number(height) },
  })).filter(({ format }) => format !== "unknown");
}

/** MJPEG at the largest size, else the raw format that comes largest within what a cable carries. */
export function chooseMode(offered: readonly CameraMode[], wanted: Wanted): ChosenMode {
  const { inputFormat, widthPx, heightPx } = wanted;
  const size = widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
  const fitting = offered.filter(
    (mode) =>
      (inputFormat === "auto" || mode.format === inputFormat) &&
      (!size || (mode.widthPx === widthPx && mode.heightPx === heightPx)),
  );
  const best = largest(fitting.filter(({ format }) => format === "mjpeg")) ?? largestRaw(fitting);
  if (best) return { format: best.format, size: best };
  return { format: inputFormat === "auto" ? undefined : inputFormat, size };
}

const areaOf = ({ widthPx, heightPx }: CameraMode): number => widthPx * heightPx;

function largest(modes: readonly CameraMode[]): CameraMode | undefined {
  return modes.toSorted((one, other) => areaOf(other) - areaOf(one))[0];
}

function largestRaw(modes: readonly CameraMode[]): CameraMode | undefined {
  // Compressed film (H.264) would have to be decoded whole; its first picture may take seconds.
  const raw = modes.filter(({ format }) => /^(?:yu|uy|nv|rgb|bgr|gray)/.test(format));
  // Of the same size, the format that nearly every webcam has, and that costs least to compress.
  const usual = raw.toSorted((one, other) => rankOf(one) - rankOf(other));
  return largest(usual.filter((mode) => areaOf(mode) <= RAW_AT_MOST_PX)) ?? usual[0];
}

const RAW_FORMATS = ["yuyv422", "uyvy422", "nv12", "yuv420p"];
const rankOf = ({ format }: CameraMode): number => RAW_FORMATS.indexOf(format) + 1 || 99;
