import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { BLAND } from "../server/listener.ts";
import type { Copies } from "./cdn/copies.ts";

/** Under the proxy's name everything of Titian's begins with this, and nothing of INLISLite's does. */
export const GUEST_FOLDER = "/.titian/";
export const COMPANION_PATH = `${GUEST_FOLDER}companion.js`;

/** Address below the folder, and the file of the web build. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "companion.js": "titian-companion.js",
  "titian-face.js": "titian-face.js",
};

export interface GuestFile {
  readonly type: string;
  readonly body: Buffer | string;
  /** An address with a version in it never changes what it means. */
  readonly isLasting: boolean;
}

/** What Titian adds to INLISLite's pages. A fixed table: no path in a request ever becomes a path on the disk. */
export class GuestFiles {
  readonly #webRoot: string;
  readonly #copies: Copies | undefined;

  constructor(webRoot: string, copies: Copies | undefined) {
    this.#webRoot = webRoot;
    this.#copies = copies;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wanted = (request.url ?? "").slice(GUEST_FOLDER.length);
    const file = (await this.#script(wanted)) ?? (await this.#copies?.find(wanted));
    if (file === undefined) {
      response.writeHead(404, { "content-type": "application/json; charset=utf-8" });
      response.end(JSON.stringify(BLAND));
      return;
    }
    if (typeof file === "string") {
      response.writeHead(302, { location: file, "cache-control": "no-store" }).end();
      return;
    }
    send(request, response, file);
  }

  async #script(wanted: string): Promise<GuestFile | undefined> {
    const [name = ""] = wanted.split("?", 1);
    if (!Object.hasOwn(SCRIPTS, name)) return undefined;
    const body = await readFile(path.join(this.#webRoot, SCRIPTS[name] ?? "")).catch(() => undefined);
    return body && { type: "text/javascript; charset=utf-8", body, isLasting: false };
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: GuestFile): void {
  const etag = `"${createHash("sha256").update(file.body).digest("base64url").slice(0, 22)}"`;
  const head = {
    etag,
    "cache-control": file.isLasting ? "public, max-age=31536000, immutable" : "no-cache",
    "content-type": file.type,
    "x-content-type-options": "nosniff",
    // Opened as a page of its own, a picture with scripts would run as INLISLite.
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
  };
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, head).end();
    return;
  }
  response.writeHead(200, { ...head, "content-length": Buffer.byteLength(file.body) });
  response.end(request.method === "HEAD" ? undefined : file.body);
}
