import type { BatchStore } from "../../../cards/batch/print-batch.ts";
import { type ErrorCode, TitianError } from "../../../kernel/errors.ts";
import type { Language } from "../../messages/messages.ts";
import { errorText } from "../../messages/text.ts";
import type { SheetRendering } from "../../sheet-rendering.ts";
import type { BatchContent } from "./batch-content.ts";
import type { BatchViews } from "./batch-views.ts";

interface PreviewCard {
  readonly item: number;
  readonly name: string;
  readonly jpeg: Uint8Array | undefined;
  /** Why there is none. */
  readonly code: ErrorCode | undefined;
}

interface Dependencies {
  readonly batches: BatchStore;
  readonly content: BatchContent;
  readonly rendering: SheetRendering;
  readonly views: Pick<BatchViews, "name">;
}

/** A batch looked over before anything is printed, a page at a time. */
export class BatchPreviews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** One after the other: a page of cards at once would need their memory at once. */
  async page(
    id: string,
    { from, count }: { readonly from: number; readonly count: number },
    signal: AbortSignal,
  ): Promise<readonly PreviewCard[]> {
    const { batches, content, rendering, views } = this.#deps;
    const batch = batches.get(id);
    if (!batch) throw new TitianError("BATCH_NOT_FOUND", { details: { batch: id } });
    const cards: PreviewCard[] = [];
    for (const item of batches.items(id, from, count)) {
      try {
        const card = await content.of(batch, item, signal);
        const jpeg = await rendering.thumbnail(card.design, card.content, signal);
        cards.push({ item: item.item, name: card.content.fullName, jpeg, code: undefined });
      } catch (error) {
        signal.throwIfAborted();
        const { code } = TitianError.from(error);
        cards.push({ item: item.item, name: views.name(item), jpeg: undefined, code });
      }
    }
    return cards;
  }

  text(code: ErrorCode, language: Language): string {
    return errorText(code, language);
  }
}
