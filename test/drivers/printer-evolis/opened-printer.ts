import { onTestFinished } from "vitest";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { testCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { EvolisFakeService } from "../../harness/evolis-service.ts";

const QUICK = { pollMs: 20, watchMs: 20, lostAfterMs: 150, callWithinMs: 1_000 };

/** A device for a fake service of its own, both gone with the test. */
export async function evolis(options: Record<string, unknown> = {}) {
  const service = await EvolisFakeService.start();
  onTestFinished(() => service[Symbol.asyncDispose]());
  const { printer, port } = service;
  const folder = temporaryFolder();
  const make = (): Promise<ConfiguredDevice> =>
    makeDevice("printer-evolis", { device: printer.name, port, ...QUICK, ...options }, { folder });
  return { service, printer, make, device: await make() };
}

export async function openedEvolis(options: Record<string, unknown> = {}) {
  const rig = await evolis(options);
  await rig.device.open(never);
  return rig;
}

/** Starts a card; `ended` resolves to nothing when it is out, else to the code. */
export function begin(device: ConfiguredDevice, card = testCard()) {
  const taken = Promise.withResolvers<string>();
  const ended = device
    .capability("card-printer")!
    .print(card, taken.resolve, never)
    .then(
      () => undefined,
      (error: unknown) => TitianError.from(error),
    );
  return { ended, reference: taken.promise };
}

export const outcome = (device: ConfiguredDevice, reference: string) =>
  device.capability("card-printer.jobs")!.outcome(reference, never);
