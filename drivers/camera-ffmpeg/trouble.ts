import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import type { HealthReason } from "../../src/devices/index.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import type { Source } from "./source.ts";

/** Why there is no picture, for the caller and for whoever looks at the device's health. */
export interface Trouble {
  readonly reason: HealthReason;
  readonly code: ErrorCode;
}

export const TROUBLES = {
  busy: { reason: "in-use-elsewhere", code: "DEVICE_BUSY" },
  absent: { reason: "not-connected", code: "DEVICE_NOT_CONNECTED" },
  forbidden: { reason: "not-permitted", code: "DEVICE_NOT_PERMITTED" },
  noPicture: { reason: "no-picture", code: "CAMERA_NO_PICTURE" },
  wrongFormat: { reason: "wrong-format", code: "CAMERA_NO_PICTURE" },
  noFfmpeg: { reason: "driver-missing", code: "DEVICE_DRIVER_MISSING" },
} as const satisfies Record<string, Trouble>;

/**
 * What ffmpeg 4 to 8 say, in English everywhere since it never asks for another language. It speaks of several things in
 * one breath ("Device or resource busy", then "Input/output error"), so the plainest comes first.
 */
const SAID: readonly (readonly [RegExp, Trouble])[] = [
  [/permission denied|operation not permitted|not authorized|access is denied/i, TROUBLES.forbidden],
  [/busy|already in use/i, TROUBLES.busy],
  [
    /no such (?:file|device)|could not (?:find|enumerate) video device|video device not found/i,
    TROUBLES.absent,
  ],
  [
    /not a video capture device|inappropriate ioctl|proper format|not supported|invalid (?:argument|data)|could not set video options|unknown (?:input|pixel) format|unrecognized option|error splitting/i,
    TROUBLES.wrongFormat,
  ],
];

/** Undefined when the words name no cause. */
export function troubleSaid(words: string): Trouble | undefined {
  return SAID.find(([pattern]) => pattern.test(words))?.[1];
}

type Access = (file: string, mode: number) => Promise<void>;

/** Undefined when the camera's file is there and may be opened; also where cameras have no files. */
export async function troubleWith(
  { kind, name }: Source,
  look: Access = access,
): Promise<Trouble | undefined> {
  if (kind !== "v4l2") return undefined;
  try {
    await look(name, constants.R_OK | constants.W_OK);
    return (await stat(name)).isCharacterDevice() ? undefined : TROUBLES.absent;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EACCES" || code === "EPERM") return TROUBLES.forbidden;
    return code === "EBUSY" ? TROUBLES.busy : TROUBLES.absent;
  }
}

/** Changes when the camera goes, and when another has come up under its name. Undefined when it is gone. */
export function identityOf({ kind, name }: Source): Promise<string | undefined> {
  // Only Linux shows a camera that nobody uses.
  if (kind !== "v4l2") return Promise.resolve(name);
  return stat(name).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => undefined,
  );
}

/** Of an ffmpeg that did not start: it went away, or the machine has no room for one more process. */
export function troubleStarting(error: unknown): Trouble {
  return ["ENOENT", "EACCES", "ENOEXEC", "UNKNOWN"].includes(String(codeOf(error)))
    ? TROUBLES.noFfmpeg
    : TROUBLES.noPicture;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** Of an error that came before there was a stream. */
export function troubleOf(error: unknown): Trouble {
  const code = error instanceof TitianError ? error.code : undefined;
  return Object.values(TROUBLES).find((trouble) => trouble.code === code) ?? TROUBLES.noPicture;
}
