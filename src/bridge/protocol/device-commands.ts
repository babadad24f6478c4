import { Type } from "typebox";
import { PRINTER_ACTIONS } from "../../devices/printer-actions.ts";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { DeviceDetails, DiscoveredView, RouteView } from "./device-shapes.ts";
import { DeviceView, PrinterEvent, PurposeName } from "./device-views.ts";
import { LONGEST_DEADLINE_MS } from "./limits.ts";
import { DeviceId, FrameId, Uuid } from "./shapes.ts";

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
  "device.details": command({
    since: 1,
    summary: "Counters, last failures, the last day's health and the identity of one device.",
    params: params({ device: DeviceId }),
    result: DeviceDetails,
    deadlineMs: QUICK,
  }),
  "device.rename": command({
    since: 1,
    summary: "Call a device by another name; null names it by what it is.",
    params: params({
      device: DeviceId,
      title: Type.Union([Type.String({ minLength: 1, maxLength: 60 }), Type.Null()]),
    }),
    result: DeviceView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "device.switch": command({
    since: 1,
    summary: "Take a device out of use, or into use again. Refused while it prints.",
    params: params({ device: DeviceId, on: Type.Boolean() }),
    result: DeviceView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "device.route": command({
    since: 1,
    summary: "Choose the device for a purpose; null goes back to the configured one or the first that can.",
    params: params({ purpose: PurposeName, device: Type.Union([DeviceId, Type.Null()]) }),
    result: Type.Object({ routes: Type.Array(RouteView, { maxItems: 10 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "device.discover": command({
    since: 1,
    summary: "Look what is plugged in: devices that could be used, and those that no driver takes.",
    params: Empty,
    result: DiscoveredView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "device.adopt": command({
    since: 1,
    summary: "Take a discovered device into use. It stays until it is let go.",
    params: params({ key: Type.String({ minLength: 1, maxLength: 1_000 }) }),
    result: DeviceView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "device.forget": command({
    since: 1,
    summary: "Let an adopted device go. Those of the configuration file are switched off instead.",
    params: params({ device: DeviceId }),
    result: Empty,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "device.testCard": command({
    since: 1,
    summary: "What a printed test card should look like: nobody's card, as it is laid down, as a PNG.",
    params: Empty,
    result: Type.Object({ picture: FrameId }),
    deadlineMs: 15_000,
    consoleOnly: true,
  }),
  "device.printTest": command({
    since: 1,
    summary:
      "Print a test card, sheet or receipt, one for each key until Titian starts again. Ends when the printer reports it out.",
    params: params({ device: DeviceId, requestKey: Uuid }),
    result: Type.Object({ tookMs: Type.Integer({ minimum: 0 }) }),
    deadlineMs: LONGEST_DEADLINE_MS,
    consoleOnly: true,
  }),
  "printer.raw": command({
    since: 1,
    summary:
      "Send bytes in the printer's own language (ESC/POS, ZPL). The same key is sent once, until Titian starts again.",
    params: params({ device: DeviceId, requestKey: Uuid, data: FrameId }),
    result: Type.Object({ tookMs: Type.Integer({ minimum: 0 }) }),
    deadlineMs: 60_000,
  }),
  "printer.answer": command({
    since: 1,
    summary:
      "Answer the question of a printer that stopped in the middle of a card. Refused when it no longer asks this.",
    params: params({ device: DeviceId, event: PrinterEvent, action: Type.Enum(PRINTER_ACTIONS) }),
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
