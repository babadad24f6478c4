import type { ConfiguredDevice } from "../../devices/configured-device.ts";
import type { Discovery, DriverManifest } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import { TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Logger } from "../../kernel/log.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { NewEvent } from "../../store/event-catalog.ts";
import type { EventHub } from "../broadcast.ts";
import { type DeviceViews, healthView } from "./device-views.ts";
import { discoveredView } from "./discovered-views.ts";
import type { Scans } from "./scans.ts";
import type { SupplyWatch } from "./supply-watch.ts";

interface Parts {
  readonly devices: DeviceRegistry;
  readonly drivers: readonly DriverManifest[];
  readonly discovery: Discovery;
  readonly supplies: SupplyWatch;
  readonly deviceViews: DeviceViews;
  readonly hub: EventHub;
  readonly scans: Pick<Scans, "heard">;
  readonly remember: (event: NewEvent) => void;
  readonly log: Logger;
}

/** What devices have to say, to the pages and to the log; for those that join later, too. */
export function deviceNews(parts: Parts): readonly Disposable[] {
  const { devices, drivers, discovery, supplies, hub } = parts;
  const ofDevices = new DisposableStack();
  for (const device of devices.all) ofDevices.use(newsOf(device, parts));
  return [
    ofDevices,
    subscribe(devices.events, "added", ({ device }) => {
      ofDevices.use(newsOf(device, parts));
      changed(device.id, parts);
    }),
    subscribe(supplies.events, "changed", ({ device }) => changed(device, parts)),
    subscribe(discovery.events, "changed", (found) =>
      hub.publish("discovery.changed", discoveredView(found, drivers)),
    ),
  ];
}

function newsOf(device: ConfiguredDevice, parts: Parts): Disposable {
  const { supplies, hub, scans, remember } = parts;
  const news = new DisposableStack();
  news.use(
    subscribe(device.events, "healthChanged", ({ to }) => {
      const reasons = [...to.reasons];
      remember({ stream: `device/${device.id}`, type: "device.healthChanged", data: { reasons } });
      hub.publish("device.healthChanged", { device: device.id, health: healthView(to) });
      // Open or gone: its model, its address and its abilities may be others now.
      changed(device.id, parts);
      void supplies.ask(device.id);
    }),
  );
  news.use(subscribe(device.events, "questionChanged", () => changed(device.id, parts)));
  news.use(
    subscribe(device.events, "scanned", ({ text }) => {
      // What a wedge typed was read by a page, which has asked already and waits for the answer.
      if (!device.mayOffer("scanner.page")) scans.heard(text, device.id);
    }),
  );
  news.use(
    subscribe(device.events, "inboxChanged", ({ waiting }) =>
      hub.publish("inbox.changed", { device: device.id, waiting }),
    ),
  );
  news.use(
    subscribe(device.activity, "changed", ({ isWorking }) => {
      changed(device.id, parts);
      if (!isWorking) void supplies.ask(device.id);
    }),
  );
  return news;
}

/** A store that cannot be read just now must not turn a card that came out into one that failed. */
function changed(id: DeviceId, { devices, deviceViews, hub, log }: Parts): void {
  if (!devices.find(id)) return;
  try {
    hub.publish("device.changed", deviceViews.of(id));
  } catch (error) {
    log.warn("news of a device not told", { device: id, code: TitianError.from(error).code });
  }
}
