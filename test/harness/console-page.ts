import { WebSocket } from "ws";
import { TitianClient } from "../../src/bridge/client/client.ts";

/** A session as the console's own page opens it, to a daemon in another process. */
export function consolePage(origin: string, onClose: (code: number) => void = () => undefined): TitianClient {
  return new TitianClient({
    url: `${origin.replace("http", "ws")}/ws`,
    openSocket: (url) => {
      const socket = new WebSocket(url, { origin });
      socket.on("close", onClose);
      return socket;
    },
    tokens: { get: () => readConsoleToken(origin), set: () => undefined },
    language: "en",
  });
}

/** As the console's own page asks for it: the browser adds these headers, and no page can. */
async function readConsoleToken(origin: string): Promise<string> {
  const headers = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", referer: `${origin}/` };
  const answer = await fetch(`${origin}/console-token`, { headers });
  if (!answer.ok) throw new Error(`the console's token was refused with ${answer.status}`);
  return ((await answer.json()) as { readonly token: string }).token;
}
