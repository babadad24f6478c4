import { Type } from "typebox";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { DeviceId, DeviceView, FrameId } from "./shapes.ts";

/** Cameras and everything that supervises devices. */
export const DEVICE_COMMANDS = {
  "camera.watch": command({
    since: 1,
    summary:
      "Start the live preview: camera.frame events with JPEG frames follow until camera.unwatch or the socket closes.",
    params: params({ device: DeviceId }),
    result: Empty,
    deadlineMs: READ,
  }),
  "camera.unwatch": command({
    since: 1,
    summary: "End the live preview.",
    params: params({ device: DeviceId }),
    result: Empty,
    deadlineMs: QUICK,
  }),
  "camera.capture": command({
    since: 1,
    summary: "Take one photo. It is held as a frame for ten minutes.",
    params: params({ device: DeviceId }),
    result: Type.Object({ photo: FrameId, widthPx: Type.Integer(), heightPx: Type.Integer() }),
    deadlineMs: 15_000,
  }),
  "device.list": command({
    since: 1,
    summary: "Every configured device with its health.",
    params: Empty,
    result: Type.Object({ devices: Type.Array(DeviceView, { maxItems: 40 }) }),
    deadlineMs: QUICK,
  }),
  "device.reopen": command({
    since: 1,
    summary: "Close the device and open it again now, without waiting for the supervisor.",
    params: params({ device: DeviceId }),
    result: DeviceView,
    deadlineMs: READ,
  }),
  "device.simulate": command({
    since: 1,
    summary: "Put faults into a simulated device; an empty list makes it well.",
    params: params({
      device: DeviceId,
      faults: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 }),
    }),
    result: DeviceView,
    deadlineMs: QUICK,
  }),
  "device.scan": command({
    since: 1,
    summary: "Make a simulated scanner read this text.",
    params: params({ device: DeviceId, text: Type.String({ minLength: 1, maxLength: 200 }) }),
    result: Empty,
    deadlineMs: QUICK,
  }),
} as const;
