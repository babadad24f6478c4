import type { DeviceId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import { calibrationView } from "../flows/batch/batch-views.ts";
import type { Calibrating } from "../flows/batch/calibrating.ts";
import { CALIBRATION_LINES } from "../messages/batch-report.ts";

type CalibrationCommands = Extract<keyof Handlers, `calibration.${string}`>;

export function calibrationHandlers(calibrating: Calibrating): Pick<Handlers, CalibrationCommands> {
  return {
    async "calibration.print"({ device, requestKey, ...page }, { session, signal }) {
      const lines = CALIBRATION_LINES[session.language];
      return calibrating.print(requestKey, { device: device as DeviceId, lines, ...page }, signal);
    },
    async "calibration.measure"({ device, layout, measured }) {
      return calibrationView(calibrating.measure(device as DeviceId, layout, measured));
    },
    async "calibration.readTray"({ device, layout, slots }) {
      return calibrationView(calibrating.readTray(device as DeviceId, layout, slots));
    },
    async "calibration.measureBack"({ device, layout, backs, seen }) {
      return calibrationView(calibrating.measureBack(device as DeviceId, layout, seen, backs));
    },
    async "calibration.forget"({ device, layout }) {
      calibrating.forget(device as DeviceId, layout);
      return {};
    },
  };
}
