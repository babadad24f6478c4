import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Logger } from "../../kernel/log.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { SessionInfo } from "../dispatch.ts";

/** Who looks through which camera. A preview ends with `stop`, with the socket, or with the camera. */
export class CameraWatching {
  readonly #devices: DeviceRegistry;
  readonly #hub: EventHub;
  readonly #log: Logger;
  readonly #watches = new Map<string, AbortController>();

  constructor(devices: DeviceRegistry, hub: EventHub, log: Logger) {
    this.#devices = devices;
    this.#hub = hub;
    this.#log = log;
  }

  start(device: DeviceId, session: SessionInfo): void {
    const preview = this.#devices.require(device, "camera.preview");
    this.stop(device, session);
    const watch = new AbortController();
    const key = keyOf(device, session);
    this.#watches.set(key, watch);

    const show = (bytes: Uint8Array): void => {
      const frame = { id: crypto.randomUUID(), bytes };
      const to = (one: SessionInfo): boolean => one.id === session.id;
      this.#hub.publish("camera.frame", { device, jpeg: frame.id }, { frame, to });
    };
    preview
      .watch(show, AbortSignal.any([watch.signal, session.closed]))
      // The camera's own health tells the page why; a second error for the same cause would only repeat it.
      .catch((error: unknown) => this.#log.debug("preview ended", { device, error }))
      .finally(() => {
        if (this.#watches.get(key) === watch) this.#watches.delete(key);
      });
  }

  stop(device: DeviceId, session: SessionInfo): void {
    this.#watches.get(keyOf(device, session))?.abort();
    this.#watches.delete(keyOf(device, session));
  }
}

const keyOf = (device: DeviceId, session: SessionInfo): string => `${session.id} ${device}`;
