import { PROXY_NAME } from "../server/origin.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** What the proxy's schema cannot see. The draft may still have the wrong shape. */
export function proxyProblems(draft: unknown, port: unknown): readonly string[] {
  const { enabled, url, aliases, ca, fingerprint } = (draft ?? {}) as Record<string, unknown>;
  const addresses = [url, ...(Array.isArray(aliases) ? (aliases as readonly unknown[]) : [])];
  const places = ["/proxy/url", ...addresses.slice(1).map((_, index) => `/proxy/aliases/${index}`)];
  const isHttps = typeof url === "string" && url.startsWith("https:");
  return [
    ...(enabled === true && url === undefined
      ? ["/proxy/url is missing: INLISLite's address as staff type it, for example http://192.168.1.10/"]
      : []),
    ...addresses.flatMap((address, index) => addressProblems(address, places[index] ?? "/proxy", port)),
    ...((ca !== undefined || fingerprint !== undefined) && !isHttps
      ? ["/proxy/url does not begin with https:, so /proxy/ca and /proxy/fingerprint mean nothing"]
      : []),
  ];
}

/** A proxy in front of itself would ask itself for ever. */
function addressProblems(address: unknown, at: string, port: unknown): readonly string[] {
  if (typeof address !== "string") return [];
  if (!URL.canParse(address)) return [`${at} "${address}" is not an address`];
  const { hostname, port: asked } = new URL(address);
  const isOurs = hostname === PROXY_NAME || (LOOPBACK.includes(hostname) && asked === String(port));
  return isOurs ? [`${at} "${address}" is Titian itself; it has to be INLISLite's own address`] : [];
}
