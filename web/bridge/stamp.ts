/**
 * A page's message as it goes on to the daemon: session.open always with the origin that the browser vouches for, whatever
 * the page wrote there. Undefined for what is no JSON. What is sent on was written here, so that no two readers can
 * differ about it.
 */
export function stamped(text: string, origin: string): string | undefined {
  try {
    const message: unknown = JSON.parse(text);
    const isOpening =
      typeof message === "object" && message !== null && "type" in message && message.type === "session.open";
    return JSON.stringify(isOpening ? { ...message, origin } : message);
  } catch {
    return undefined;
  }
}

/** The daemon's greeting is for its own page; what it says there to no stranger, the bridge does not repeat. */
export function withoutName(text: string): string {
  const message = JSON.parse(text);
  return message.type === "hello" ? JSON.stringify({ ...message, titian: "", instance: "" }) : text;
}
