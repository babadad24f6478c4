import { samplePhoto } from "../../src/cards/rendering/sample-photo.ts";

/** An invented face, so that a card under test looks like a card. JPEG. */
export const portrait = (widthPx = 900, heightPx = 1200): Promise<Uint8Array> =>
  samplePhoto({ widthPx, heightPx });
