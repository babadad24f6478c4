import type { CameraPage, Photo } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { SessionInfo } from "../dispatch.ts";
import type { NotDelivered } from "../protocol/camera-commands.ts";

interface Awaited {
  readonly session: string;
  readonly photo: PromiseWithResolvers<Photo>;
}

interface Watched {
  readonly session: string;
  readonly onFrame: (jpeg: Uint8Array) => void;
  shownMs: number;
}

/** Fifteen pictures a second look alive; more would only be drawn over. */
const FRAME_EVERY_MS = 66;
const MOST_PREVIEW_BYTES = 1024 * 1024;

const CODES = {
  denied: "DEVICE_NOT_PERMITTED",
  gone: "DEVICE_NOT_CONNECTED",
  "no-picture": "CAMERA_NO_PICTURE",
} as const satisfies Record<NotDelivered, ErrorCode>;

/** Pages that lend their browser's camera. What they send is asked for by number, and nobody can answer for another. */
export class PageCameras {
  readonly #devices: DeviceRegistry;
  readonly #hub: EventHub;
  readonly #clock: Clock;
  readonly #lent = new Map<string, Disposable>();
  readonly #awaited = new Map<string, Awaited>();
  readonly #watched = new Map<string, Watched>();

  constructor(devices: DeviceRegistry, hub: EventHub, clock: Clock) {
    this.#devices = devices;
    this.#hub = hub;
    this.#clock = clock;
  }

  /** Lending again counts as the newest. A session that closes withdraws its camera. */
  lend(device: DeviceId, label: string, session: SessionInfo): void {
    const host = this.#devices.require(device, "camera.page");
    this.withdraw(device, session);
    const lending = host.attach(this.#pageOf(device, label, session));
    const leave = (): void => this.withdraw(device, session);
    session.closed.addEventListener("abort", leave, { once: true });
    this.#lent.set(keyOf(device, session), {
      [Symbol.dispose]: () => {
        session.closed.removeEventListener("abort", leave);
        lending[Symbol.dispose]();
      },
    });
  }

  withdraw(device: DeviceId, session: SessionInfo): void {
    const key = keyOf(device, session);
    this.#lent.get(key)?.[Symbol.dispose]();
    this.#lent.delete(key);
  }

  /** False when nobody waits for it any more. */
  deliver(request: string, photo: Photo, session: SessionInfo): boolean {
    const awaited = this.#awaitedBy(request, session);
    awaited?.photo.resolve(photo);
    return awaited !== undefined;
  }

  fail(request: string, reason: NotDelivered, session: SessionInfo): boolean {
    const awaited = this.#awaitedBy(request, session);
    awaited?.photo.reject(new TitianError(CODES[reason]));
    return awaited !== undefined;
  }

  /** False when nobody looks any more. */
  show(request: string, jpeg: Uint8Array, session: SessionInfo): boolean {
    const watched = this.#watched.get(request);
    if (watched?.session !== session.id) return false;
    const nowMs = this.#clock.monotonicMs();
    const isJpeg = jpeg[0] === 0xff && jpeg[1] === 0xd8 && jpeg.length <= MOST_PREVIEW_BYTES;
    if (!isJpeg || nowMs - watched.shownMs < FRAME_EVERY_MS) return true;
    watched.shownMs = nowMs;
    watched.onFrame(jpeg);
    return true;
  }

  #awaitedBy(request: string, session: SessionInfo): Awaited | undefined {
    const awaited = this.#awaited.get(request);
    return awaited?.session === session.id ? awaited : undefined;
  }

  #pageOf(device: DeviceId, label: string, session: SessionInfo): CameraPage {
    const want = (request: string, kind: "capture" | "preview-on" | "preview-off"): void => {
      const to = (one: SessionInfo): boolean => one.id === session.id;
      this.#hub.publish("camera.wanted", { device, request, kind }, { to });
    };
    return {
      label,
      capture: async (signal) => {
        const request = crypto.randomUUID();
        const awaited = { session: session.id, photo: Promise.withResolvers<Photo>() };
        const give = (): void => awaited.photo.reject(signal.reason);
        signal.throwIfAborted();
        signal.addEventListener("abort", give, { once: true });
        this.#awaited.set(request, awaited);
        want(request, "capture");
        try {
          return await awaited.photo.promise;
        } finally {
          signal.removeEventListener("abort", give);
          this.#awaited.delete(request);
        }
      },
      watch: async (onFrame, signal) => {
        const request = crypto.randomUUID();
        if (signal.aborted) return;
        this.#watched.set(request, { session: session.id, onFrame, shownMs: Number.NEGATIVE_INFINITY });
        want(request, "preview-on");
        await new Promise<void>((resolve) =>
          signal.addEventListener("abort", () => resolve(), { once: true }),
        );
        this.#watched.delete(request);
        want(request, "preview-off");
      },
    };
  }
}

const keyOf = (device: DeviceId, session: SessionInfo): string => `${session.id} ${device}`;
