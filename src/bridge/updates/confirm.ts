import { confirmed } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { readSwitch } from "./switch-record.ts";

const TRIES = 20;
const BETWEEN_MS = 500;
const ANSWER_WITHIN_MS = 5_000;

interface Confirming {
  readonly versions: string;
  readonly base: string;
  readonly running: string;
  readonly port: number;
  /** Before the pointer says so: a power cut in between lets it be tried and told once more. */
  readonly tell: (replaced: string) => void;
  readonly clock: Clock;
}

/**
 * A trial's own test, with everything started and before anybody relies on it: health answers over HTTP with this version's
 * name and a store that takes what it is given, and the console's page is there. Nothing where nothing is on trial. Throws
 * `UPDATE_NOT_HEALTHY`: then the start is undone, and the launcher counts.
 */
export async function confirmTrial(confirming: Confirming, signal: AbortSignal): Promise<void> {
  const { versions, base, running, tell } = confirming;
  const pointer = readPointer(versions);
  if (pointer?.trial?.version !== running) return;
  await untilWell(confirming, signal);
  const replaced = readSwitch(versions)?.from ?? base;
  tell(replaced);
  writePointer(versions, confirmed(pointer, replaced));
}

async function untilWell({ running, port, clock }: Confirming, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (await isWell(`http://127.0.0.1:${port}`, running, signal)) return;
    await clock.sleep(BETWEEN_MS, signal);
  }
  throw new TitianError("UPDATE_NOT_HEALTHY");
}

async function isWell(address: string, running: string, signal: AbortSignal): Promise<boolean> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  try {
    const health = await fetch(`${address}/health`, { signal: within, redirect: "error" });
    const { titian } = (await health.json()) as { readonly titian?: unknown };
    const page = await fetch(`${address}/`, { signal: within, redirect: "error" });
    await page.body?.cancel();
    return health.status === 200 && titian === running && page.status === 200;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
