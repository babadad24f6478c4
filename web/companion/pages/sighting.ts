import type { Exchange } from "./exchange.ts";
import type { FormWatches } from "./form-watches.ts";
import type { InlislitePage, PageForm, PageMember, PageWarning, PhotoPlace } from "./page.ts";
import type { Place } from "./place.ts";

/** Elements of a page by what the companion calls them; undefined where the page has none. */
export type Parts<Name extends string> = Readonly<Record<Name, HTMLElement | undefined>>;

/** What an adapter uses to make a page's parts work. */
export interface PageTools {
  readonly document: Document;
  readonly exchange: Exchange;
  readonly forms: FormWatches;
}

/** What one kind of page offers, beyond what its address says. */
export interface PageContent {
  /** Read anew at every look: a renewal's member is chosen on the page. */
  readonly member?: () => PageMember | undefined;
  readonly photo?: PhotoPlace | undefined;
  readonly form?: PageForm | undefined;
  readonly selected?: () => readonly PageMember[];
  readonly actionPlace?: Element | undefined;
  readonly warnings?: () => readonly PageWarning[];
  readonly owned?: readonly Disposable[];
}

/** A look at a page that is cheap enough for every change of it; only a page that looks different is built anew. */
export interface Sighting {
  readonly place: Place;
  readonly parts: Parts<string>;
  readonly missing: readonly string[];
  content(tools: PageTools): PageContent;
}

interface Wanted<Required extends string, Optional extends string> {
  /** Reported as missing where the page has none. */
  readonly required: Readonly<Record<Required, string>>;
  readonly optional?: Readonly<Record<Optional, string>>;
}

export function sight<Required extends string, Optional extends string = never>(
  document: Document,
  place: Place,
  { required, optional }: Wanted<Required, Optional>,
  build: (parts: Parts<Required | Optional>, tools: PageTools) => PageContent,
): Sighting {
  const selectors = { ...required, ...optional } as Record<Required | Optional, string>;
  const entries = Object.entries<string>(selectors);
  const parts = Object.fromEntries(
    entries.map(([name, selector]) => [name, document.querySelector<HTMLElement>(selector) ?? undefined]),
  ) as Parts<Required | Optional>;
  const missing = Object.entries<string>(required)
    .filter(([name]) => parts[name as Required] === undefined)
    .map(([, selector]) => `${place.version} ${place.kind}: ${selector}`);
  return { place, parts, missing, content: (tools) => build(parts, tools) };
}

export const looksAlike = (one: Sighting | undefined, other: Sighting | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    JSON.stringify(one.place) === JSON.stringify(other.place) &&
    Object.keys(one.parts).length === Object.keys(other.parts).length &&
    Object.entries(one.parts).every(([name, part]) => other.parts[name] === part));

export type Addresses = Pick<InlislitePage, "addressOf" | "photoAddressOf">;

/** A page as the companion holds it. */
export class SeenPage implements InlislitePage {
  readonly version: InlislitePage["version"];
  readonly kind: InlislitePage["kind"];
  readonly photo: PhotoPlace | undefined;
  readonly form: PageForm | undefined;
  readonly actionPlace: Element | undefined;
  readonly missing: readonly string[];
  readonly addressOf: (memberId: string) => string;
  readonly photoAddressOf: (photoName: string) => string;
  readonly #place: Place;
  readonly #content: PageContent;

  constructor(sighting: Sighting, content: PageContent, { addressOf, photoAddressOf }: Addresses) {
    this.#place = sighting.place;
    this.#content = content;
    this.version = sighting.place.version;
    this.kind = sighting.place.kind;
    this.missing = sighting.missing;
    this.photo = content.photo;
    this.form = content.form;
    this.actionPlace = content.actionPlace;
    this.addressOf = addressOf;
    this.photoAddressOf = photoAddressOf;
  }

  get member(): PageMember | undefined {
    const { memberId } = this.#place;
    return this.#content.member?.() ?? (memberId ? { memberId, memberNo: undefined } : undefined);
  }

  get warnings(): readonly PageWarning[] {
    return this.#content.warnings?.() ?? [];
  }

  selected(): readonly PageMember[] {
    return this.#content.selected?.() ?? [];
  }

  leave(): void {
    for (const owned of this.#content.owned ?? []) owned[Symbol.dispose]();
  }
}
