import { createHash } from "node:crypto";
import { WebSocket } from "ws";
import { TitianClient } from "../../src/bridge/client/client.ts";
import { newToken } from "../../src/bridge/server/pairing.ts";
import type { TestBridge } from "./start-bridge.ts";

/** A page of INLISLite's that the desk has let in before. */
export function pairedPage({ bridge, origin: address }: TestBridge): TitianClient {
  const origin = "http://inlis.example.test";
  const token = newToken();
  bridge.store.pairings.grant(origin, createHash("sha256").update(token).digest("hex"));
  return new TitianClient({
    url: `${address.replace("http", "ws")}/ws`,
    openSocket: (url) => new WebSocket(url, { origin }),
    tokens: { get: () => token, set: () => undefined },
    language: "id",
  });
}
