import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceSupervisor } from "../../devices/supervisor.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { Handlers, SessionInfo } from "../dispatch.ts";
import type { CameraWatching } from "../flows/camera-watching.ts";
import type { DeviceViews } from "../flows/device-views.ts";

type DeviceCommands =
  | "camera.watch"
  | "camera.unwatch"
  | "camera.capture"
  | "device.list"
  | "device.reopen"
  | "printer.answer"
  | "device.simulate"
  | "device.scan";

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly supervisor: DeviceSupervisor;
  readonly watching: CameraWatching;
  readonly views: DeviceViews;
  /** Faults and scripted scans are refused on a desk that serves real people. */
  readonly isSimulationOn: boolean;
}

export function deviceHandlers(dependencies: Dependencies): Pick<Handlers, DeviceCommands> {
  const { devices, supervisor, watching, views, isSimulationOn } = dependencies;
  const simulated = (): void => {
    if (!isSimulationOn) throw new TitianError("SIMULATION_OFF");
  };
  return {
    async "camera.watch"({ device }, { session }) {
      watching.start(device as DeviceId, session);
      return {};
    },
    async "camera.unwatch"({ device }, { session }) {
      watching.stop(device as DeviceId, session);
      return {};
    },
    async "camera.capture"({ device }, { session, signal }) {
      const { jpeg, widthPx, heightPx } = await devices.require(device as DeviceId, "camera").capture(signal);
      return { photo: hold(session, jpeg), widthPx, heightPx };
    },
    async "device.list"() {
      return { devices: views.all() };
    },
    async "device.reopen"({ device }, { signal }) {
      await supervisor.reopen(device as DeviceId, signal);
      return views.of(device as DeviceId);
    },
    async "printer.answer"({ device, event, action }, { signal }) {
      const question = devices.require(device as DeviceId, "card-printer.question");
      // Whoever answers must have read this very question: the next one may be about something else.
      if (question.pending?.event !== event) throw new TitianError("JOB_STATE", { details: { device } });
      await question.answer(action, signal);
      return views.of(device as DeviceId);
    },
    async "device.simulate"({ device, faults }) {
      simulated();
      devices.require(device as DeviceId, "simulation").simulate(faults);
      return views.of(device as DeviceId);
    },
    async "device.scan"({ device, text }) {
      simulated();
      devices.require(device as DeviceId, "simulation.scan").scan(text);
      return {};
    },
  };
}

const hold = ({ frames }: SessionInfo, jpeg: Uint8Array): string => frames.hold(jpeg);
