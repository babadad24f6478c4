import {
  type Measured,
  profileOf,
  type Shift,
  slotsOf,
  TRUE_TO_SIZE,
  withBack,
} from "../../../cards/sheets/calibration.ts";
import { type Backs, findLayout, mediumOf, type SheetLayout } from "../../../cards/sheets/sheet-layout.ts";
import type { DeviceRegistry } from "../../../devices/registry.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { DeviceId } from "../../../kernel/types.ts";
import type { CalibrationStore, KeptCalibration } from "../../../store/calibrations.ts";
import type { SheetRendering } from "../../sheet-rendering.ts";
import { OncePerKey } from "../once-per-key.ts";

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly rendering: SheetRendering;
  readonly calibrations: CalibrationStore;
  readonly clock: Clock;
}

export interface CalibrationPrint {
  readonly device: DeviceId;
  readonly layout: string;
  readonly backs: Backs;
  /** With what was measured so far, to see that it is right. */
  readonly isCheck: boolean;
  readonly lines: readonly string[];
}

/** From a printed page and a ruler to a printer that is true to size. */
export class Calibrating {
  readonly #deps: Dependencies;
  readonly #once = new OncePerKey<{ readonly tookMs: number }>();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** One page for each key. Rejects with `CAPABILITY_MISSING`, or with what the printer said. */
  print(
    requestKey: string,
    page: CalibrationPrint,
    signal: AbortSignal,
  ): Promise<{ readonly tookMs: number }> {
    return this.#once.run(`${page.device} ${requestKey}`, async () => {
      const startMs = this.#deps.clock.monotonicMs();
      await this.#print(page, signal);
      return { tookMs: Math.round(this.#deps.clock.monotonicMs() - startMs) };
    });
  }

  async #print(
    { device, layout: name, backs, isCheck, lines }: CalibrationPrint,
    signal: AbortSignal,
  ): Promise<void> {
    const { devices, rendering } = this.#deps;
    const printer = devices.require(device, "sheet-printer");
    const layout = findLayout(name);
    const kept = isCheck ? this.find(device, layout) : undefined;
    const pdf = await rendering.calibration({ layout, backs, lines, ...(kept && { profile: kept.profile }) });
    await printer.print({ jobName: `titian-calibration-${mediumOf(layout)}`, pdf }, () => undefined, signal);
  }

  /** Rejects with `CALIBRATION_IMPLAUSIBLE`, and then nothing has changed. */
  measure(device: DeviceId, name: string, measured: Measured): KeptCalibration {
    const layout = this.#layout(name, { isTray: false });
    return this.#keep(device, layout, profileOf(measured), []);
  }

  readTray(device: DeviceId, name: string, readings: readonly Shift[]): KeptCalibration {
    const layout = this.#layout(name, { isTray: true });
    return this.#keep(device, layout, TRUE_TO_SIZE, slotsOf(layout, readings));
  }

  measureBack(
    device: DeviceId,
    name: string,
    seen: Shift,
    backs: Extract<Backs, "long-edge" | "short-edge">,
  ): KeptCalibration {
    const layout = this.#layout(name, { isTray: false });
    const { profile } = this.find(device, layout) ?? { profile: TRUE_TO_SIZE };
    return this.#keep(device, layout, withBack(profile, seen, backs), []);
  }

  forget(device: DeviceId, name: string): void {
    this.#deps.devices.get(device);
    this.#deps.calibrations.forget(device, mediumOf(findLayout(name)));
  }

  readonly find = (device: DeviceId, layout: SheetLayout): KeptCalibration | undefined =>
    this.#deps.calibrations.find(device, mediumOf(layout));

  #layout(name: string, { isTray }: { readonly isTray: boolean }): SheetLayout {
    const layout = findLayout(name);
    if ((layout.isTray ?? false) !== isTray)
      throw new TitianError("BAD_REQUEST", { details: { at: "/layout" } });
    return layout;
  }

  #keep(
    device: DeviceId,
    layout: SheetLayout,
    profile: KeptCalibration["profile"],
    slots: readonly Shift[],
  ): KeptCalibration {
    const { devices, calibrations } = this.#deps;
    devices.get(device);
    calibrations.keep(device, mediumOf(layout), { profile, slots });
    const kept = this.find(device, layout);
    if (!kept) throw new TitianError("INTERNAL");
    return kept;
  }
}
