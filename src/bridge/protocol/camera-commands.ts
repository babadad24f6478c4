import { Type } from "typebox";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { DeviceId, FrameId, Instant, Uuid } from "./shapes.ts";

/** Why a page that lends its camera has no picture to give. */
export const NOT_DELIVERED = ["denied", "gone", "no-picture"] as const;
export type NotDelivered = (typeof NOT_DELIVERED)[number];

const Side = Type.Integer({ minimum: 1, maximum: 20_000 });
const InboxPhotoId = Type.String({
  pattern: "^[A-Za-z0-9-]{1,64}$",
  description: "Names the picture by its content: the same picture saved twice has one.",
});
const IsWanted = Type.Object({
  isWanted: Type.Boolean({ description: "False when nobody waits for it any more: stop." }),
});

/** Cameras that pages lend, and pictures that wait in a folder. */
export const CAMERA_COMMANDS = {
  "camera.lend": command({
    since: 1,
    summary:
      "Lend this page's camera to a camera-browser device. camera.wanted events follow until camera.withdraw or the socket closes.",
    params: params({
      device: DeviceId,
      label: Type.String({ maxLength: 100, description: "As the browser names the camera." }),
    }),
    result: Empty,
    deadlineMs: QUICK,
  }),
  "camera.withdraw": command({
    since: 1,
    summary: "Lend this page's camera no longer.",
    params: params({ device: DeviceId }),
    result: Empty,
    deadlineMs: QUICK,
  }),
  "camera.deliver": command({
    since: 1,
    summary: "The photo that camera.wanted asked for, as a whole JPEG frame.",
    params: params({ request: Uuid, photo: FrameId, widthPx: Side, heightPx: Side }),
    result: IsWanted,
    deadlineMs: QUICK,
  }),
  "camera.deliverFailed": command({
    since: 1,
    summary: "There is no photo to deliver; another page is asked.",
    params: params({ request: Uuid, reason: Type.Enum(NOT_DELIVERED) }),
    result: IsWanted,
    deadlineMs: QUICK,
  }),
  "camera.previewFrame": command({
    since: 1,
    summary:
      "One preview picture of at most 1 MiB. More than 15 in a second are dropped; send the next one after the answer.",
    params: params({ request: Uuid, jpeg: FrameId }),
    result: IsWanted,
    deadlineMs: QUICK,
  }),
  "inbox.list": command({
    since: 1,
    summary: "The pictures in a photo folder, newest first.",
    params: params({ device: DeviceId }),
    result: Type.Object({
      photos: Type.Array(
        Type.Object({
          photo: InboxPhotoId,
          arrivedAt: Instant,
          widthPx: Type.Integer(),
          heightPx: Type.Integer(),
          isTaken: Type.Boolean({ description: "Somebody has already taken it." }),
        }),
        { maxItems: 100 },
      ),
    }),
    deadlineMs: READ,
  }),
  "inbox.thumbnail": command({
    since: 1,
    summary:
      "A small JPEG to choose by, at most 320 px on its longer side. Read it before asking for the next.",
    params: params({ device: DeviceId, photo: InboxPhotoId }),
    result: Type.Object({ jpeg: FrameId }),
    deadlineMs: 15_000,
  }),
  "inbox.take": command({
    since: 1,
    summary:
      "One picture, upright and without metadata, held as a frame for ten minutes. It counts as taken.",
    params: params({ device: DeviceId, photo: InboxPhotoId }),
    result: Type.Object({ photo: FrameId, widthPx: Type.Integer(), heightPx: Type.Integer() }),
    deadlineMs: 15_000,
  }),
} as const;
