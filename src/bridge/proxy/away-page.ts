import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "../messages/messages.ts";
import { AWAY_TEXTS } from "../messages/proxy-page.ts";
import { type AwayReason, STATUS_OF } from "./away.ts";

/** The page tries again by itself, s. */
const AGAIN_AFTER = 15;

/** Values of web/styles/tokens.css: nothing of the console is served under this name. */
const STYLE = `
:root { color-scheme: light dark; --paper: #f6f1e7; --surface: #fffdf8; --line: #dcd3c1; --ink: #1f1b16; --ink-2: #4a4338; --accent: #0f4e52; --on: #fff; --warn: #774a00; --warn-soft: #fbebc9; --focus: #b4500a }
@media (prefers-color-scheme: dark) { :root { --paper: #191712; --surface: #23201a; --line: #3d372c; --ink: #f3ede1; --ink-2: #cfc6b5; --accent: #7cc4bf; --on: #10201f; --warn: #f0c36a; --warn-soft: #3a2f17 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 17px/1.45 "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif }
main { max-width: 640px; margin: 24px; padding: 32px; background: var(--surface); border: 1px solid var(--line); border-radius: 14px }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 1.2 }
h2 { margin: 0 0 8px; font-size: 17px }
p { margin: 0 0 16px } ol { margin: 0 0 20px; padding-left: 22px } li { margin: 6px 0 }
.unsure { padding: 12px 16px; border-radius: 10px; background: var(--warn-soft); color: var(--warn); font-weight: 600 }
a { display: inline-block; padding: 12px 24px; border-radius: 10px; background: var(--accent); color: var(--on); font-weight: 600; text-decoration: none }
a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.note, section { color: var(--ink-2); font-size: 15px } section { margin-top: 24px; padding-top: 20px; border-top: 1px solid var(--line) }
.note { margin: 12px 0 0 }`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** INLISLite is not there: a page for people, a code for scripts, and nothing for a picture. */
export function sendAway(request: IncomingMessage, response: ServerResponse, reason: AwayReason): void {
  const status = STATUS_OF[reason];
  const isRead = request.method === "GET" || request.method === "HEAD";
  const head = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  const wants = wantedFrom(request);
  if (wants === "nothing") {
    response.writeHead(status, { ...head, "content-length": 0 }).end();
  } else if (wants === "json") {
    response.writeHead(status, { ...head, "content-type": "application/json; charset=utf-8" });
    response.end(
      JSON.stringify({ error: reason, message: AWAY_TEXTS[languageOf(request)].reasons[reason].title }),
    );
  } else {
    const type = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY };
    const again = isRead && reason !== "too-large" ? { refresh: String(AGAIN_AFTER) } : {};
    response.writeHead(status, { ...head, ...type, ...again });
    response.end(page(languageOf(request), reason, isRead));
  }
}

function wantedFrom({ headers }: IncomingMessage): "page" | "json" | "nothing" {
  const isScripted = headers["x-requested-with"] !== undefined || headers["sec-fetch-dest"] === "empty";
  if (isScripted) return "json";
  return (headers.accept ?? "").includes("text/html") ? "page" : "nothing";
}

const languageOf = ({ headers }: IncomingMessage): Language =>
  /^\s*en\b/i.test(headers["accept-language"] ?? "") ? "en" : "id";

function page(language: Language, reason: AwayReason, isRead: boolean): string {
  const other: Language = language === "id" ? "en" : "id";
  const { again, byItself, reasons } = AWAY_TEXTS[language];
  // The empty address is this page's own: nothing of what was asked for is written into the answer.
  const retry = isRead ? `<a href="">${again}</a><p class="note">${byItself}</p>` : "";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${reasons[reason].title}</title><style>${STYLE}</style></head>
<body><main>${words(language, "h1", reason, isRead)}${retry}
<section lang="${other}">${words(other, "h2", reason, isRead)}</section></main></body></html>
`;
}

function words(language: Language, heading: "h1" | "h2", reason: AwayReason, isRead: boolean): string {
  const { reasons, unsure } = AWAY_TEXTS[language];
  const { title, what, todo } = reasons[reason];
  const isUnsure = !isRead && reason !== "too-large" && reason !== "untrusted";
  const warning = isUnsure ? `<p class="unsure">${unsure}</p>` : "";
  const steps = todo.map((step) => `<li>${step}</li>`).join("");
  return `<${heading}>${title}</${heading}><p>${what}</p>${warning}<ol>${steps}</ol>`;
}
