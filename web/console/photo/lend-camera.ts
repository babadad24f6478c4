import { effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { BrowserCamera, isCameraPermitted } from "../../photo/browser-camera.ts";
import type { Connection } from "../connection.ts";
import { LentCamera } from "./lent-camera.ts";

const LABEL_LENGTH = 100;

/** Lends this page's camera to the desk's camera-browser devices, once the browser allows it. */
export class CameraLending {
  /** The browser said no when it was asked. */
  readonly isRefused: Signal<boolean> = signal(false);
  readonly #connection: Connection;
  readonly #devices: ReadonlySignal<readonly DeviceView[]>;
  readonly #camera: LentCamera;
  readonly #lent = new Set<string>();

  constructor(connection: Connection, devices: ReadonlySignal<readonly DeviceView[]>) {
    this.#connection = connection;
    this.#devices = devices;
    this.#camera = new LentCamera(connection);
  }

  start(): void {
    this.#connection.on("camera.wanted", ({ request, kind }) => {
      // A failure is told to the daemon, which shows it; a lost connection ends everything by itself.
      if (kind === "capture") this.#camera.capture(request).catch(() => undefined);
      else if (kind === "preview-on") this.#camera.watch(request).catch(() => undefined);
      else this.#camera.unwatch(request);
    });
    effect(() => {
      const isOpen = this.#connection.link.value === "open";
      const hosts = this.#devices.value.filter(isHost).map(({ device }) => device);
      if (!isOpen) this.#lent.clear();
      else untracked(() => void this.#lendWherePermitted(hosts));
    });
  }

  /** On the operator's click: the browser asks, and the page lends. */
  async ask(): Promise<void> {
    this.isRefused.value = false;
    try {
      const camera = await BrowserCamera.open();
      const { label } = camera;
      camera.close();
      await this.#lend(
        this.#devices.value.filter(isHost).map(({ device }) => device),
        label,
      );
    } catch {
      this.isRefused.value = true;
    }
  }

  async #lendWherePermitted(hosts: readonly string[]): Promise<void> {
    for (const device of [...this.#lent]) if (!hosts.includes(device)) this.#lent.delete(device);
    const waiting = hosts.filter((device) => !this.#lent.has(device));
    if (waiting.length === 0 || !(await isCameraPermitted())) return;
    const known = await navigator.mediaDevices.enumerateDevices();
    const label = known.find(({ kind }) => kind === "videoinput")?.label;
    // Permitted and without a camera: there is nothing to lend.
    if (label !== undefined) await this.#lend(waiting, label).catch(() => undefined);
  }

  async #lend(devices: readonly string[], label: string): Promise<void> {
    for (const device of devices) {
      this.#lent.add(device);
      await this.#connection
        .call("camera.lend", { device, label: label.slice(0, LABEL_LENGTH) })
        .catch((thrown: unknown) => {
          this.#lent.delete(device);
          throw thrown;
        });
    }
  }
}

const isHost = ({ capabilities }: DeviceView): boolean => capabilities.includes("camera.page");
