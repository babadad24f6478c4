/** One HID interface as the operating system lists it. Ids are four small hex digits. */
export interface HidDevice {
  readonly path: string;
  readonly vendorId: string;
  readonly productId: string;
  readonly serial: string | undefined;
  readonly manufacturer: string | undefined;
  readonly product: string | undefined;
  readonly usagePage: number | undefined;
  readonly usage: number | undefined;
}

export interface HidListener {
  /** One input report, its id first. */
  report(bytes: Uint8Array): void;
  /** The device cannot be read any more. */
  lost(cause: unknown): void;
}

export interface HidHandle {
  /** The report's id first. */
  sendFeatureReport(bytes: readonly number[]): Promise<void>;
  /** Never rejects: a device that cannot be closed because it is gone is closed. */
  close(): Promise<void>;
}

/** All that this driver needs of a HID library; tests bring one of their own. */
export interface HidLibrary {
  devices(): Promise<readonly HidDevice[]>;
  /** Rejects with the library's own error. */
  open(path: string, listener: HidListener): Promise<HidHandle>;
}
