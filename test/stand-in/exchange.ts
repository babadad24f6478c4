import type { IncomingHttpHeaders } from "node:http";
import { Html } from "./html.ts";
import { jsonEncode } from "./php.ts";

/** Posted or queried names with their values, in the order they came. */
export class Fields {
  readonly #pairs: readonly (readonly [name: string, value: string])[];

  constructor(pairs: readonly (readonly [name: string, value: string])[] = []) {
    this.#pairs = pairs;
  }

  /** As in PHP, the last of a name counts. */
  get(name: string): string | undefined {
    return this.#pairs.findLast(([own]) => own === name)?.[1];
  }

  /** `name[]`, also with keys of its own: `name[0]`. */
  list(name: string): readonly string[] {
    const pattern = `${name}[`;
    return this.#pairs.filter(([own]) => own.startsWith(pattern)).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.#pairs.some(([own]) => own === name);
  }

  get isEmpty(): boolean {
    return this.#pairs.length === 0;
  }
}

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** One request, read to its end. */
export interface Exchange {
  readonly method: string;
  /** Decoded. Inside a site: what follows the site's own folder. */
  readonly path: string;
  readonly url: URL;
  readonly query: Fields;
  readonly form: Fields;
  readonly files: readonly UploadedFile[];
  /** PHP throws the whole body away when it is larger than its limit, and goes on. */
  readonly isBodyLost: boolean;
  readonly cookies: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly isAjax: boolean;
  readonly remoteAddress: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | Buffer;
}

export function reply(
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers, body, cookies: [] };
}

export function page(content: Html, status = 200): Reply {
  return reply(status, content.text, { "content-type": "text/html; charset=UTF-8" });
}

export function json(value: unknown, status = 200): Reply {
  return reply(status, jsonEncode(value), { "content-type": "application/json; charset=UTF-8" });
}

export function redirect(to: string, status = 302): Reply {
  return reply(status, "", { location: to, "content-type": "text/html; charset=UTF-8" });
}

export function download(bytes: Buffer, type: string, fileName: string): Reply {
  return reply(200, bytes, {
    "content-type": type,
    "content-disposition": `attachment; filename="${fileName}"`,
  });
}

export function notFound(): Reply {
  return page(
    new Html("<!doctype html><html><body><h1>404</h1><p>Halaman tidak ditemukan.</p></body></html>"),
    404,
  );
}

/** What PHP shows of an error that nobody caught, on a production site. */
export function serverError(): Reply {
  return page(
    new Html("<!doctype html><html><body><h1>Whoops!</h1><p>Terjadi kesalahan.</p></body></html>"),
    500,
  );
}

export function withCookies(answer: Reply, ...cookies: readonly string[]): Reply {
  return { ...answer, cookies: [...answer.cookies, ...cookies] };
}

export function withHeaders(answer: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
