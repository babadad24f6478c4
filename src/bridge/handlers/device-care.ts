import type { Discovery, DriverManifest, Roster } from "../../devices/index.ts";
import { PURPOSE_NAMES } from "../../devices/purposes.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { Handlers } from "../dispatch.ts";
import type { DeviceDetailViews } from "../flows/device-details.ts";
import type { DeviceViews } from "../flows/device-views.ts";
import { discoveredView } from "../flows/discovered-views.ts";
import type { TestPrints } from "../flows/test-prints.ts";
import type { DeviceView } from "../protocol/device-views.ts";

type CareCommands =
  | "device.details"
  | "device.rename"
  | "device.switch"
  | "device.route"
  | "device.discover"
  | "device.adopt"
  | "device.forget"
  | "device.testCard"
  | "device.printTest"
  | "printer.raw";

interface Dependencies {
  readonly roster: Roster;
  readonly routes: DeviceRoutes;
  readonly discovery: Discovery;
  readonly drivers: readonly DriverManifest[];
  readonly views: DeviceViews;
  readonly details: DeviceDetailViews;
  readonly prints: TestPrints;
  readonly hub: EventHub;
  /** Adopted devices are named after the desk: `desk-1-scanner-hid`. */
  readonly desk: string;
}

/** What a technician does to devices: names, switches, routes, adopts and tests them. */
export function deviceCareHandlers(dependencies: Dependencies): Pick<Handlers, CareCommands> {
  const { roster, routes, discovery, drivers, views, details, prints, hub, desk } = dependencies;
  const told = (device: DeviceId): DeviceView => {
    const view = views.of(device);
    hub.publish("device.changed", view);
    return view;
  };
  return {
    async "device.details"({ device }) {
      return details.of(device as DeviceId);
    },
    async "device.rename"({ device, title }) {
      roster.rename(device as DeviceId, title?.trim() || undefined);
      return told(device as DeviceId);
    },
    async "device.switch"({ device, on }, { signal }) {
      await roster.switch(device as DeviceId, on, signal);
      // What it was used for may be another's now.
      for (const one of views.all()) hub.publish("device.changed", one);
      return views.of(device as DeviceId);
    },
    async "device.route"({ purpose, device }) {
      routes.choose(purpose, (device as DeviceId | null) ?? undefined);
      for (const one of views.all()) hub.publish("device.changed", one);
      return {
        routes: PURPOSE_NAMES.map((name) => ({ purpose: name, device: routes.deviceFor(name)?.id ?? null })),
      };
    },
    async "device.discover"(_params, { signal }) {
      return discoveredView(await discovery.look(signal), drivers);
    },
    async "device.adopt"({ key }, { signal }) {
      const found = discovery.candidate(key);
      if (!found) throw new TitianError("DEVICE_NOT_FOUND");
      const device = await roster.adopt(found, found.driver, `${desk}-${found.driver}`.slice(0, 36));
      await discovery.look(signal);
      return views.of(device.id);
    },
    async "device.forget"({ device }, { signal }) {
      await roster.forget(device as DeviceId, signal);
      hub.publish("device.removed", { device });
      await discovery.look(signal);
      return {};
    },
    async "device.testCard"(_params, { session, signal }) {
      return { picture: session.frames.send(await prints.testCard(signal)) };
    },
    async "device.printTest"({ device, requestKey }, { signal }) {
      return prints.test(device as DeviceId, requestKey, signal);
    },
    async "printer.raw"({ device, requestKey, data }, { session, signal }) {
      // The bytes are let go of once they are on their way: ten jobs of 5 MB must not lie here for ten minutes.
      return prints.raw(device as DeviceId, requestKey, () => session.frames.pull(data), signal);
    },
  };
}
