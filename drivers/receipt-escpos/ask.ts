import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { isStatus, type Question } from "./status.ts";
import type { Answers, Transport } from "./transport.ts";

/** Printers that answer do so within some milliseconds; the cheap ones never. */
export const ANSWER_WITHIN_MS = 300;

const [DLE, EOT, GS] = [0x10, 0x04, 0x1d];
const IDENTITY_BEGINS = 0x5f;
const IDENTITY_BYTES = 80;

/** `DLE EOT n`, answered even by a printer that is offline. Undefined: no answer that is a status. */
export function askStatus(
  transport: Transport,
  question: Question,
  clock: Clock,
  signal: AbortSignal,
  withinMs = ANSWER_WITHIN_MS,
): Promise<number | undefined> {
  const order = Uint8Array.of(DLE, EOT, question);
  return ask(transport, order, { clock, withinMs, signal }, async (answers, within) => {
    for (;;) {
      const status = (await answers.next(within)).find(isStatus);
      if (status !== undefined) return status;
    }
  });
}

/** `GS I n` with the letters that ask for a text: A firmware, C model, D serial number. Undefined: it does not say. */
export function askIdentity(
  transport: Transport,
  letter: "A" | "C" | "D",
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  const order = Uint8Array.of(GS, 0x49, letter.charCodeAt(0));
  return ask(transport, order, { clock, withinMs: ANSWER_WITHIN_MS, signal }, async (answers, within) => {
    const bytes: number[] = [];
    while (!bytes.includes(0) && bytes.length <= IDENTITY_BYTES) bytes.push(...(await answers.next(within)));
    const from = bytes.indexOf(IDENTITY_BEGINS);
    if (from < 0) return undefined;
    const text = Buffer.from(bytes.slice(from + 1, bytes.indexOf(0, from))).toString("latin1");
    return text.replace(/[^\x20-\x7e]/g, "").trim() || undefined;
  });
}

interface Budget {
  readonly clock: Clock;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** Silence is an answer too; a printer that has gone, or a caller who has, is not. */
async function ask<T>(
  transport: Transport,
  order: Uint8Array,
  { clock, withinMs, signal }: Budget,
  read: (answers: Answers, within: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  if (!transport.answers) return undefined;
  const silence = new TitianError("DEVICE_TIMEOUT");
  using budget = withBudget(clock, withinMs, signal, () => silence);
  try {
    await transport.answers.clear();
    await transport.write(order, budget.signal);
    return await read(transport.answers, budget.signal);
  } catch (error) {
    if (error === silence) return undefined;
    throw error;
  }
}
