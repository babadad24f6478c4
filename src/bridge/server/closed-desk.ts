import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ErrorCode } from "../../kernel/errors.ts";
import { CLOSED_DESK } from "../messages/closed-desk.ts";
import type { Language } from "../messages/messages.ts";
import { errorText } from "../messages/text.ts";
import { decide } from "./guard.ts";
import { knockOf } from "./knock.ts";
import { BLAND } from "./listener.ts";

export interface ClosedDesk {
  readonly code: ErrorCode;
  readonly desk: string;
  readonly titian: string;
  /** The newest backup that was verified. */
  readonly newest:
    | { readonly at: string; readonly text: Readonly<Record<Language, string>>; readonly events: number }
    | undefined;
}

/** Values of web/styles/tokens.css: the console itself is not served without its records. */
const STYLE = `
:root { color-scheme: light dark; --paper: #f6f1e7; --surface: #fffdf8; --line: #dcd3c1; --ink: #1f1b16; --ink-2: #4a4338 }
@media (prefers-color-scheme: dark) { :root { --paper: #191712; --surface: #23201a; --line: #3d372c; --ink: #f3ede1; --ink-2: #cfc6b5 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 17px/1.45 "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif }
main { max-width: 640px; margin: 24px; padding: 32px; background: var(--surface); border: 1px solid var(--line); border-radius: 14px }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 1.2 } h2 { margin: 0 0 8px; font-size: 17px }
p { margin: 0 0 16px } pre { margin: 0 0 16px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 10px; font: 600 16px/1.4 ui-monospace, "Cascadia Mono", "Liberation Mono", monospace; white-space: pre-wrap }
section { margin-top: 24px; padding-top: 20px; border-top: 1px solid var(--line); color: var(--ink-2); font-size: 15px }`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
/** The page looks again by itself, s. */
const AGAIN_AFTER = 15;

/** In the place of the console: what is wrong, and what the technician can do. Nothing of it is about a person. */
export function closedDeskServer(closed: ClosedDesk): Server {
  return createServer((request, response) => answer(request, response, closed));
}

/** Behind the same guard as the console: a page elsewhere learns nothing of a desk, closed or not. */
function answer(request: IncomingMessage, response: ServerResponse, closed: ClosedDesk): void {
  const { url, socket } = request;
  const verdict = decide(knockOf(request, url === "/health" ? "probe" : "page"), socket.localPort ?? 0);
  if (!verdict.admitted) {
    response.writeHead(verdict.status, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(BLAND));
    return;
  }
  const head = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "retry-after": String(AGAIN_AFTER),
  };
  if (url === "/health") {
    const { code, desk, titian, newest } = closed;
    const backup = newest ? { at: newest.at, events: newest.events } : null;
    response.writeHead(503, { ...head, "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify({ status: "down", titian, desk, code, newestBackup: backup }));
    return;
  }
  const type = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY };
  response.writeHead(503, { ...head, ...type, refresh: String(AGAIN_AFTER) });
  response.end(page(closed));
}

function page(closed: ClosedDesk): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${CLOSED_DESK.id.title}</title><style>${STYLE}</style></head>
<body><main>${words(closed, "id", "h1")}<section lang="en">${words(closed, "en", "h2")}</section></main></body></html>
`;
}

function words({ code, newest }: ClosedDesk, language: Language, heading: "h1" | "h2"): string {
  const { title, offer, noOffer, command, lost, byItself } = CLOSED_DESK[language];
  const [said, typed] = newest
    ? [offer(newest.text[language], newest.events), "titian restore --newest"]
    : [noOffer, command.replace("<", "&lt;").replace(">", "&gt;")];
  return `<${heading}>${title}</${heading}><p>${errorText(code, language)}</p><p>${said}</p><pre>${typed}</pre><p>${lost}</p><p>${byItself}</p>`;
}
