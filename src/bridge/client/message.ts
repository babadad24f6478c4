import type { ServerMessage } from "../protocol/envelope.ts";

const TYPES: readonly string[] = [
  "hello",
  "session.opened",
  "session.pairing",
  "session.paired",
  "result",
  "error",
  "event",
] satisfies readonly ServerMessage["type"][];

/**
 * The daemon checks what it sends; here the kind of message is enough, and a newer daemon's unknown kinds are passed
 * over. The schema library would be nine tenths of the browser's one-file client.
 */
export function readServerMessage(text: string): ServerMessage | undefined {
  const parsed: unknown = JSON.parse(text);
  const isKnown = typeof parsed === "object" && parsed !== null && "type" in parsed;
  return isKnown && TYPES.includes(String(parsed.type)) ? (parsed as ServerMessage) : undefined;
}
