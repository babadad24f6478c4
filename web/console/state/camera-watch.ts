import type { Connection } from "../connection.ts";

type OnFrame = (jpeg: Uint8Array) => void;

/** One live preview per camera, however many places show it. */
export class CameraWatch {
  readonly #connection: Connection;
  readonly #watchers = new Map<string, Set<OnFrame>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  start(): void {
    this.#connection.on("camera.frame", ({ device, jpeg }) => {
      const watchers = this.#watchers.get(device);
      if (!watchers || watchers.size === 0) return;
      this.#connection.frame(jpeg).then(
        (bytes) => {
          for (const onFrame of watchers) onFrame(bytes);
        },
        () => undefined,
      );
    });
  }

  /** Returns how to stop. Asking again for a camera that is already watched starts it anew, for example after a fault. */
  watch(device: string, onFrame: OnFrame): () => void {
    const watchers = this.#watchers.get(device) ?? new Set<OnFrame>();
    this.#watchers.set(device, watchers);
    watchers.add(onFrame);
    this.#connection.call("camera.watch", { device }).catch(() => undefined);
    return () => {
      watchers.delete(onFrame);
      if (watchers.size > 0) return;
      this.#connection.call("camera.unwatch", { device }).catch(() => undefined);
    };
  }
}
