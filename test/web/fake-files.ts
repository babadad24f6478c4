import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { WebSocket } from "ws";

const DIST = new URL("../../web/dist/", import.meta.url).pathname;
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** web/dist under the policy of the real server, and the token that only its own page may have. */
export async function serveFile(url: string, response: ServerResponse): Promise<void> {
  if (url.startsWith("/console-token")) {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ token: "fake-token-of-twenty-characters" }));
    return;
  }
  const path = normalize(url.split("?")[0] === "/" ? "/index.html" : (url.split("?")[0] ?? "/"));
  try {
    const body = await readFile(join(DIST, path));
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.setHeader(
      "content-security-policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; form-action 'none'",
    );
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

/** A binary frame ahead of the message that names it. */
export function sendFrame(socket: WebSocket, bytes: Uint8Array): string {
  const id = randomUUID();
  socket.send(Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), bytes]));
  return id;
}
