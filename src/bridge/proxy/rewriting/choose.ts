import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

export type BodyKind = "html" | "json" | "css";

const KINDS: readonly (readonly [RegExp, BodyKind])[] = [
  [/^(text\/html|application\/xhtml\+xml)$/, "html"],
  [/^(application|text)\/([\w.-]+\+)?json$/, "json"],
  [/^text\/css$/, "css"],
];

/** Undefined where a body passes through untouched: a download, a part of one, or text that is not a byte a letter. */
export function bodyKindOf({ statusCode = 0, headers }: IncomingMessage): BodyKind | undefined {
  const [type = "", ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(";");
  if (statusCode === 206 || /^\s*attachment/i.test(headers["content-disposition"] ?? "")) return undefined;
  if (parameters.some((parameter) => /charset\s*=\s*"?utf-?(16|32)/.test(parameter))) return undefined;
  if (!isPlain(headers["content-encoding"]) && !decoderFor(headers["content-encoding"])) return undefined;
  return KINDS.find(([pattern]) => pattern.test(type.trim()))?.[1];
}

const isPlain = (encoding = "identity"): boolean => encoding.trim().toLowerCase() === "identity";

/** For servers that compress although they were asked not to. */
export function decoderFor(encoding: string | undefined): (() => Transform) | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip;
    case "deflate":
      return createInflate;
    case "br":
      return createBrotliDecompress;
    case "zstd":
      return createZstdDecompress;
    default:
      return undefined;
  }
}

/**
 * Whether a browser opens the answer as a page of its own: pages that are printed and windows that pop up among them, frames
 * and what scripts fetch (fragments, Pjax) not.
 */
export function isPageRequest({ headers }: IncomingMessage): boolean {
  const dest = headers["sec-fetch-dest"];
  if (dest !== undefined) return dest === "document" && headers["x-pjax"] === undefined;
  const isScripted = headers["x-requested-with"] !== undefined || headers["x-pjax"] !== undefined;
  return !isScripted && (headers.accept ?? "").includes("text/html");
}
