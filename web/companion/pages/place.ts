import type { InlislitePage } from "./page.ts";

/** Where in INLISLite an address leads, as far as the address (and the page's own links) can say. */
export interface Place {
  readonly version: InlislitePage["version"];
  readonly kind: InlislitePage["kind"];
  /** The root of INLISLite (3.3) or of its back office (3.2), sub-folder included, with a slash at the end. */
  readonly base: string;
  readonly memberId: string | undefined;
  /** False on a page of the same address that shows no form: 3.3's edit page has tabs of its own (`?slug=`). */
  readonly hasForm: boolean;
}

/** `http://inlis/perpus/anggota/edit/5?slug=…` and `/anggota` give `http://inlis/perpus/`. */
export const baseBefore = (address: URL, path: string): string =>
  `${address.origin}${path.endsWith("/") ? path : `${path}/`}`;
