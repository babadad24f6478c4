import { effect } from "@preact/signals";
import { type Connection, connect } from "../console/connection.ts";
import type { Language } from "../console/format/time.ts";

/** Nobody stands at the screen to load it anew, ms. */
const RELOAD_AFTER_MS = 10_000;

/**
 * The daemon, as an unattended page sees it. What would need somebody to press reload is done by the page itself, but only once the
 * daemon has answered: a browser that finds nobody shows its own error page and never comes back.
 */
export function connectScreen(language: Language, screen: "waiting-room" | "ticket-kiosk"): Connection {
  const tokenPath = `/${screen}-token`;
  const connection = connect(language, tokenPath);
  effect(() => {
    if (connection.link.value !== "refused") return;
    const timer = setInterval(() => {
      fetch(tokenPath, { cache: "no-store" }).then(
        ({ ok }) => ok && location.reload(),
        () => undefined,
      );
    }, RELOAD_AFTER_MS);
    return () => clearInterval(timer);
  });
  return connection;
}
