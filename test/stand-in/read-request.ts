import type { IncomingMessage } from "node:http";
import { type Exchange, Fields, type UploadedFile } from "./exchange.ts";

/** Reads a request to its end, as PHP hands it to a script. */
export async function readRequest(
  request: IncomingMessage,
  origin: string,
  postLimitBytes: number,
): Promise<Exchange> {
  const url = new URL(request.url ?? "/", origin);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const isBodyLost = body.length > postLimitBytes;
  const { form, files } = isBodyLost
    ? { form: new Fields(), files: [] }
    : parse(body, request.headers["content-type"] ?? "");
  return {
    ...{ form, files, isBodyLost, url },
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname),
    query: new Fields([...url.searchParams]),
    cookies: cookiesOf(request.headers.cookie ?? ""),
    headers: request.headers,
    isAjax: request.headers["x-requested-with"] === "XMLHttpRequest",
    remoteAddress: request.socket.remoteAddress ?? "",
  };
}

function cookiesOf(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(/;\s*/).map((pair): [string, string] => {
    const split = pair.indexOf("=");
    return [pair.slice(0, split), decodeURIComponent(pair.slice(split + 1))];
  });
  return new Map(pairs);
}

interface Body {
  readonly form: Fields;
  readonly files: readonly UploadedFile[];
}

function parse(body: Buffer, type: string): Body {
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return { form: new Fields([...new URLSearchParams(body.toString("latin1"))]), files: [] };
  }
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  return boundary === undefined ? { form: new Fields(), files: [] } : parseMultipart(body, boundary);
}

function parseMultipart(body: Buffer, boundary: string): Body {
  const fields: (readonly [string, string])[] = [];
  const files: UploadedFile[] = [];
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const end = body.indexOf(delimiter, start + delimiter.length);
    if (end < 0) break;
    // The part sits between the line after its delimiter and the line break before the next.
    const part = body.subarray(start + delimiter.length + 2, end - 2);
    const split = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, split).toString("utf8");
    const bytes = part.subarray(split + 4);
    const field = /name="([^"]*)"/.exec(head)?.[1] ?? "";
    const name = /filename="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) fields.push([field, bytes.toString("utf8")]);
    else if (name !== "") files.push({ field, name, bytes });
    start = end;
  }
  return { form: new Fields(fields), files };
}
