import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";
import { INPUT_FORMATS } from "./input-formats.ts";

const sizeOption = (side: string) =>
  Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 8_192,
    description: `${side} of the picture in pixels; 0 takes the largest that the camera offers. Give both sides or none.`,
  });

export default defineDriver({
  name: "camera-ffmpeg",
  title: "Webcam through ffmpeg",
  offers: ["camera", "camera.preview"],
  options: Type.Object(
    {
      device: Type.String({
        pattern: "^[^\\u0000-\\u001f\\u007f]{1,200}$",
        description:
          "The camera's name, `/dev/video0`, `/dev/v4l/by-id/…`, or `usb:046d:082d`: vendor and product, wherever it is plugged in. `test` is ffmpeg's own test picture, which shows that everything else works.",
      }),
      ffmpeg: Type.Optional(
        Type.String({
          pattern: "^(/|[A-Za-z]:[\\\\/])[^\\u0000-\\u001f\\u007f]{1,250}$",
          "x-program": true,
          description: "Absolute path of ffmpeg; left out, it is looked for in PATH.",
        }),
      ),
      widthPx: sizeOption("Width"),
      heightPx: sizeOption("Height"),
      framesPerSecond: Type.Integer({
        default: 15,
        minimum: 1,
        maximum: 60,
        description: "Of the live preview; the camera is asked for as many, and may deliver fewer.",
      }),
      previewWidthPx: Type.Integer({
        default: 640,
        minimum: 160,
        maximum: 1_920,
        description: "Width of the live preview in pixels. A photo always has the whole size.",
      }),
      inputFormat: Type.Enum(INPUT_FORMATS, {
        default: "auto",
        description:
          "What the camera sends; `auto` is MJPEG where it can, since a USB cable carries larger pictures that way.",
      }),
      startMs: Type.Integer({
        default: 7_000,
        minimum: 1_000,
        maximum: 14_000,
        description: "A camera without a first picture after so many milliseconds has none.",
      }),
      freezeMs: Type.Integer({
        default: 5_000,
        minimum: 500,
        maximum: 60_000,
        description: "A running camera without a new picture for so many milliseconds is frozen.",
      }),
      settleMs: Type.Integer({
        default: 700,
        minimum: 0,
        maximum: 5_000,
        description:
          "Milliseconds that a camera which was just switched on gets for light and colour before a photo counts.",
      }),
      lingerMs: Type.Integer({
        default: 1_500,
        minimum: 200,
        maximum: 60_000,
        description:
          "Milliseconds after the last viewer in which the camera stays on; then other programs may have it.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./camera.ts"),
  find: () => import("./find.ts"),
  program: () => import("./installed-ffmpeg.ts"),
});
