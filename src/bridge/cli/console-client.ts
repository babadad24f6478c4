import { WebSocket } from "ws";
import { TitianClient } from "../client/client.ts";
import type { Language } from "../messages/messages.ts";

/** A session with the daemon of this PC, with the rights of its console: those of whoever is signed in at the desk. */
export function consoleClient(port: number, language: Language, signal: AbortSignal): TitianClient {
  const origin = `http://127.0.0.1:${port}`;
  return new TitianClient({
    url: `ws://127.0.0.1:${port}/ws`,
    openSocket: (url) => new WebSocket(url, { origin }),
    tokens: { get: () => tokenOf(origin, signal), set: () => undefined },
    language,
  });
}

/** As the console's own page asks for it. Null where nobody answers, or something else does. */
async function tokenOf(origin: string, signal: AbortSignal): Promise<string | null> {
  const headers = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", referer: `${origin}/` };
  const answer = await fetch(`${origin}/console-token`, { headers, signal, redirect: "error" });
  const body: unknown = answer.ok ? await answer.json() : undefined;
  const token = typeof body === "object" && body !== null && "token" in body ? body.token : undefined;
  return typeof token === "string" ? token : null;
}
