import { Exchange } from "./exchange.ts";
import { FormWatches } from "./form-watches.ts";
import type { InlislitePage } from "./page.ts";
import type { Place } from "./place.ts";
import { type Addresses, type PageTools, SeenPage, type Sighting } from "./sighting.ts";
import { addressesIn32 } from "./v32/addresses.ts";
import { placeIn32 } from "./v32/place.ts";
import { sightIn32 } from "./v32/sight.ts";
import { addressesIn33 } from "./v33/addresses.ts";
import { placeIn33 } from "./v33/place.ts";
import { sightIn33 } from "./v33/sight.ts";

interface Version {
  place(document: Document, address: URL): Place | undefined;
  sight(document: Document, place: Place): Sighting;
  addresses(document: Document, base: string): Addresses;
}

/** 3.2 first: its addresses say more (`/member/member/…`), so 3.3 cannot be mistaken for it. */
const VERSIONS: readonly Version[] = [
  { place: placeIn32, sight: sightIn32, addresses: addressesIn32 },
  { place: placeIn33, sight: sightIn33, addresses: (_, base) => addressesIn33(base) },
];

/** Where a page is; only what identifies it. */
export type PageLocation = Pick<Location, "href">;

export interface Found {
  readonly sighting: Sighting;
  readonly addresses: Addresses;
}

/** Undefined where no version recognises the page as INLISLite's: a login page, or somebody else's. */
export function lookAt(document: Document, location: PageLocation): Found | undefined {
  const address = new URL(location.href);
  for (const version of VERSIONS) {
    const place = version.place(document, address);
    if (!place) continue;
    const addresses = version.addresses(document, place.base);
    return { sighting: version.sight(document, place), addresses };
  }
  return undefined;
}

export const build = ({ sighting, addresses }: Found, tools: PageTools): InlislitePage =>
  new SeenPage(sighting, sighting.content(tools), addresses);

/** The page of INLISLite that is shown. Whoever asks also leaves it: `page.leave()`. */
export function findPage(document: Document, location: PageLocation): InlislitePage | undefined {
  const found = lookAt(document, location);
  if (!found) return undefined;
  const forms = new FormWatches();
  const { sighting, addresses } = found;
  const content = sighting.content({ document, forms, exchange: new Exchange() });
  return new SeenPage(sighting, { ...content, owned: [...(content.owned ?? []), forms] }, addresses);
}
