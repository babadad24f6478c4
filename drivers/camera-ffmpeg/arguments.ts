import type { ChosenMode } from "./camera-modes.ts";
import type { Source } from "./source.ts";

interface Rates {
  readonly framesPerSecond: number;
  readonly previewWidthPx: number;
}

const TEST_SIZE = { widthPx: 1280, heightPx: 720 };
/** One thread each: more of them hold back a picture per thread, and a webcam's pictures take one a few milliseconds. */
const ONE_THREAD = ["-threads", "1"];
const ENCODED = ["-c:v", "mjpeg", "-huffman", "default", "-pix_fmt", "yuvj420p", ...ONE_THREAD];
/** Every picture leaves at once instead of waiting until some buffer is full. */
const TO = (pipe: string): readonly string[] => ["-flush_packets", "1", "-f", "mjpeg", pipe];

/**
 * Whole pictures on pipe 1, small ones for the preview on pipe 3, from one run. What a camera compressed itself passes
 * as it is: that costs nothing and loses nothing. The preview is made here and not of the whole pictures, because the
 * daemon would send five times the bytes to every viewer on its only thread (90 against 17 kB, full HD test picture);
 * decoding and shrinking one took 6 ms in a process of its own (ffmpeg 5.1, EPYC).
 */
export function streamArguments(source: Source, mode: ChosenMode, rates: Rates): readonly string[] {
  const { framesPerSecond: fps, previewWidthPx: width } = rates;
  const whole = mode.format === "mjpeg" ? ["-c:v", "copy"] : [...ENCODED, "-q:v", "2"];
  const small = ["-vf", `fps=${fps},scale=w=min(iw\\,${width}):h=-2:out_range=full`, ...ENCODED, "-q:v", "5"];
  return [
    ...["-nostdin", "-hide_banner", "-loglevel", "error", "-nostats", ...ONE_THREAD],
    ...inputArguments(source, mode, fps),
    ...["-map", "0:v:0", ...whole, ...TO("pipe:1")],
    ...["-map", "0:v:0", ...small, ...TO("pipe:3")],
  ];
}

function inputArguments(
  { kind, name }: Source,
  { format, size }: ChosenMode,
  fps: number,
): readonly string[] {
  const { widthPx, heightPx } = size ?? TEST_SIZE;
  const video = `${widthPx}x${heightPx}`;
  const sized = size ? ["-video_size", video] : [];
  switch (kind) {
    case "test":
      return ["-re", "-f", "lavfi", "-i", `testsrc2=size=${video}:rate=${fps}`];
    case "v4l2": {
      const asked = format ? ["-input_format", format] : [];
      return ["-f", "v4l2", "-framerate", String(fps), ...asked, ...sized, "-i", name];
    }
    case "dshow": {
      const asked = format === "mjpeg" ? ["-vcodec", format] : format ? ["-pixel_format", format] : [];
      // Of its own it holds 3 MB, one and a half raw pictures of 1280 × 720.
      return ["-f", "dshow", "-rtbufsize", "64M", ...asked, ...sized, "-i", `video=${name}`];
    }
    case "avfoundation": {
      const asked = format ? ["-pixel_format", format] : [];
      // It refuses every other rate on most Macs, and its own default of 29.97 too.
      return ["-f", "avfoundation", "-framerate", "30", ...asked, ...sized, "-i", `${name}:none`];
    }
  }
}
