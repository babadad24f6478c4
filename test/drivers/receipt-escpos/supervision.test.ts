import { describe, expect, it } from "vitest";
import { Inbox } from "../../../drivers/receipt-escpos/inbox.ts";
import { Supervision } from "../../../drivers/receipt-escpos/supervision.ts";
import type { Transport } from "../../../drivers/receipt-escpos/transport.ts";
import { never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

const WELL = 0x12;
const LONGER_THAN_AN_ANSWER_MS = 400;

/** A printer on a road of its own, which answers only while it is told to. */
class Printer implements Transport {
  readonly answers = new Inbox();
  readonly pieceBytes = 1_024;
  readonly about = {};
  readonly model = undefined;
  readonly asked: number[] = [];
  isAnswering = false;

  write(bytes: Uint8Array): Promise<void> {
    this.asked.push(bytes[2] ?? 0);
    if (this.isAnswering) this.answers.add(Uint8Array.of(WELL));
    return Promise.resolve();
  }

  check = () => Promise.resolve([]);
  release = () => Promise.resolve("open" as const);
  discard = () => Promise.resolve();
}

describe("a receipt printer that gave no answer", () => {
  const clock = new ManualClock();
  const printer = new Printer();
  const supervision = new Supervision(clock);
  const look = async (): Promise<readonly string[]> => {
    const reading = supervision.look(printer, never);
    for (const _question of [1, 4]) await clock.advance(LONGER_THAN_AN_ANSWER_MS);
    return (await reading).reasons;
  };

  it("is asked once more after ten seconds, and then left in peace for ten minutes", async () => {
    expect(await look()).toEqual(["not-supervised"]);
    expect(printer.asked).toEqual([1, 4]);
    await clock.advance(8_000);
    await look();
    expect(printer.asked).toEqual([1, 4]);
    await clock.advance(10_000);
    expect(await look()).toEqual(["not-supervised"]);
    expect(printer.asked).toEqual([1, 4, 1, 4]);
    await clock.advance(300_000);
    await look();
    expect(printer.asked).toEqual([1, 4, 1, 4]);
  });

  it("is supervised from the question that it does answer", async () => {
    printer.isAnswering = true;
    await clock.advance(600_000);
    expect(await look()).toEqual([]);
    expect(supervision.isFull).toBe(true);
  });
});
