import type { Addresses } from "./addresses.ts";
import { cookieFor } from "./cookies.ts";
import type { Etags } from "./etags.ts";
import { endToEnd, type RawHeaders } from "./hop-by-hop.ts";
import type { Site } from "./site.ts";

/** They tell a browser about TLS, which ends here. */
const ABOUT_TLS = ["strict-transport-security", "alt-svc", "public-key-pins", "expect-ct"];
/** They hold addresses that a browser or a script goes to: Yii answers Pjax and AJAX with the last two. */
const WITH_ADDRESS = ["location", "content-location", "refresh", "link", "x-pjax-url", "x-redirect"];
/** They describe bytes that are no longer the same. */
const ABOUT_BYTES = [
  "content-length",
  "accept-ranges",
  "content-md5",
  "digest",
  "content-digest",
  "repr-digest",
];

interface ResponseHeaderOptions {
  readonly site: Site;
  readonly addresses: Addresses;
  readonly etags: Etags;
  readonly isRewritten: boolean;
  /** True where a compressed body is opened to be rewritten. */
  readonly isDecoded: boolean;
}

/** INLISLite's headers for the proxy's name. Its Content-Security-Policy among them, as it is. */
export function responseHeaders(raw: RawHeaders, options: ResponseHeaderOptions): string[] {
  const { site, addresses, etags, isRewritten, isDecoded } = options;
  const headers: string[] = [];
  for (const [lower, name, value] of endToEnd(raw)) {
    if (ABOUT_TLS.includes(lower)) continue;
    if (isRewritten && ABOUT_BYTES.includes(lower)) continue;
    if (isDecoded && lower === "content-encoding") continue;
    headers.push(name, valueFor(lower, value));
  }
  return headers;

  function valueFor(lower: string, value: string): string {
    if (lower === "set-cookie") return cookieFor(site.home, value);
    if (WITH_ADDRESS.includes(lower)) return addressIn(addresses, value);
    return isRewritten && lower === "etag" ? etags.mark(value) : value;
  }
}

/** A value may begin with `//host`, which inside a text would not be taken for an address. */
export const addressIn = (addresses: Addresses, value: string): string =>
  addresses.between(` ${value}`, 1, value.length + 1).text;
