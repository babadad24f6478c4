import { describe, expect, it } from "vitest";
import { CardsLeft } from "../../../src/bridge/flows/cards-left.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";

const PRINTER = "printer-1" as DeviceId;
const never = new AbortController().signal;

/** Supplies of which `left` are known until the printer is asked anew, and `filled` from then on. */
function supplies(left: number | undefined, filled = left) {
  const state = { left, asked: 0 };
  const cards = new CardsLeft({
    stock: () => ({ left: () => state.left }),
    supplies: {
      async ask() {
        state.asked++;
        state.left = filled;
      },
    },
  });
  return { cards, state };
}

const needs = (count: number) => ({ on: "cards", printer: PRINTER, count }) as const;

describe("cards left", () => {
  it("are asked of the printer anew before a card is refused: it may just have been filled", async () => {
    const { cards, state } = supplies(0, 40);
    await expect(cards.assertAny(PRINTER, never)).resolves.toBeUndefined();
    expect(state.asked).toBe(1);
  });

  it("are none where the printer says so twice", async () => {
    await expect(supplies(0).cards.assertAny(PRINTER, never)).rejects.toMatchObject({
      ...{ code: "CARDS_NONE_LEFT", details: { device: PRINTER } },
    });
  });

  it.each([1, undefined])("stop nobody while there are %s, and nobody is asked", async (left) => {
    const { cards, state } = supplies(left);
    await cards.assertAny(PRINTER, never);
    expect(state.asked).toBe(0);
  });

  it("are waited for no longer than whoever asks has patience", async () => {
    const silent = new CardsLeft({
      stock: () => ({ left: () => 0 }),
      supplies: { ask: () => new Promise(() => undefined) },
    });
    const patience = new AbortController();
    const asked = silent.assertAny(PRINTER, patience.signal);
    patience.abort(new Error("enough"));
    await expect(asked).rejects.toThrow("enough");
  });

  it.each([
    [2, undefined],
    [2, 2],
    [2, 3],
  ])("are enough for %d cards where %s are known", async (wanted, left) => {
    await expect(supplies(left).cards.assertEnough(needs(wanted), never)).resolves.toBeUndefined();
  });

  it("are too few for a batch of more, which is told how many there are", async () => {
    await expect(supplies(1).cards.assertEnough(needs(2), never)).rejects.toMatchObject({
      ...{ code: "CARDS_TOO_FEW", details: { on: "cards", left: 1, wanted: 2 } },
    });
  });

  it("are what the book says where the printer stands elsewhere: it cannot be asked", async () => {
    const { cards, state } = supplies(1, 40);
    await expect(
      cards.assertEnough({ on: "sheets", printer: undefined, count: 2 }, never),
    ).rejects.toMatchObject({
      ...{ code: "CARDS_TOO_FEW", details: { on: "sheets", left: 1, wanted: 2 } },
    });
    expect(state.asked).toBe(0);
  });
});
