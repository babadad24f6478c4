import type { IncomingMessage } from "node:http";
import type { Knock, RouteKind } from "./guard.ts";

/** A repeated header is joined by Node and so matches nothing on any list. */
const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(",") : value;

export function knockOf(request: IncomingMessage, kind: RouteKind): Knock {
  const { headers, method = "", url = "", socket } = request;
  return {
    kind,
    method,
    path: url,
    host: headers.host,
    remoteAddress: socket.remoteAddress,
    origin: headers.origin,
    referer: headers.referer,
    fetchSite: one(headers["sec-fetch-site"]),
    fetchMode: one(headers["sec-fetch-mode"]),
    fetchDest: one(headers["sec-fetch-dest"]),
  };
}
