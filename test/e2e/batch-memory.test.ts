import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { makeSheet, type SheetMaking } from "../../src/bridge/flows/batch/sheet-make.ts";
import { LazyRendering } from "../../src/bridge/lazy-rendering.ts";
import { SheetRendering } from "../../src/bridge/sheet-rendering.ts";
import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { lengkungNoPhoto } from "../../src/cards/templates/lengkung-no-photo.ts";
import type { MemberKey, MemberNo } from "../../src/kernel/types.ts";
import { dewi } from "../cards/fake-printer.ts";
import { openTestStore } from "../store/test-store.ts";

const CARDS = 500;
/** By then canvas, fonts and the decoder are loaded and the allocators have found their size. */
const WARM_SHEETS = 8;
const never = new AbortController().signal;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** JavaScript's own memory and what hangs on it, and the whole process with the pictures outside. */
function memory(): { readonly heap: number; readonly resident: number } {
  collect();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed + external + arrayBuffers, resident: rss };
}

describe(`a batch of ${CARDS} cards`, () => {
  it("needs no more memory for its last sheet than for its first ones", async () => {
    const { batches } = openTestStore().store;
    const members = Array.from({ length: CARDS }, (_, index) => ({
      memberId: `${index + 1}`,
      memberKey: index.toString(16).padStart(64, "0") as MemberKey,
    }));
    const { name, version, orientation } = lengkungNoPhoto;
    const setup = { design: name, device: undefined, reprintReason: undefined, frontOnly: false };
    const sheets = { layout: "a4-10", backs: "none", startCell: 0 } as const;
    const { batch } = batches.open(crypto.randomUUID(), { ...setup, sheets }, members);
    const { get } = designsByName([withoutAssets(lengkungNoPhoto)]);
    const making: SheetMaking = {
      batches,
      designs: { keep: () => undefined },
      rendering: new SheetRendering(new LazyRendering({ get })),
      cardOf: async (_, { item }) => ({
        ...{ design: { name, version }, orientation },
        content: { ...dewi, memberNo: `26${String(item).padStart(8, "0")}` as MemberNo },
      }),
      calibrationOf: () => undefined,
    };

    let warm: ReturnType<typeof memory> | undefined;
    for (let sheet = 1; ; sheet++) {
      const made = await makeSheet(making, batches.get(batch)!, never);
      if (!made) break;
      batches.write(batch, { to: "sheet-sent", sheet: made.sheet, placed: made.placed });
      batches.write(batch, { to: "sheet-settled", sheet: made.sheet, spoiled: [] });
      if (sheet === WARM_SHEETS) warm = memory();
    }
    const last = memory();
    expect(batches.get(batch)?.items.printed).toBe(CARDS);
    const figures = JSON.stringify({ warm, last });
    expect(last.heap / warm!.heap, figures).toBeLessThan(1.2);
    expect(last.resident / warm!.resident, figures).toBeLessThan(1.3);
  }, 600_000);
});
