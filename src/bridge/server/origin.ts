/** PairingView's bound. */
const LONGEST = 200;

/** The one name under which INLISLite itself is shown through the daemon. Its pages are INLISLite's, never the console's. */
export const PROXY_NAME = "inlis.localhost";

/** Names of this daemon, port included, as a browser writes them in Host. No [::1]: nothing of ours listens there. */
export const consoleHosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];
export const proxyHost = (port: number): string => `${PROXY_NAME}:${port}`;
export const proxyOrigin = (port: number): string => `http://${proxyHost(port)}`;
export const consoleOrigins = (port: number): readonly string[] =>
  consoleHosts(port).map((host) => `http://${host}`);

/** True for `http://host` or `https://host:port` exactly as a browser serialises an origin. `null` is none. */
export function isWebOrigin(text: string): boolean {
  if (text.length > LONGEST || !/^https?:\/\/[^/?#@\s]+$/.test(text)) return false;
  return URL.canParse(text) && new URL(text).origin === text;
}
