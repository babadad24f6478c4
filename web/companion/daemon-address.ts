/** Where the daemon of this desk is, as seen from an INLISLite page. */
export interface DaemonAddress {
  readonly socketUrl: string;
  /** The console's own address: never the proxy's name, which belongs to INLISLite. */
  readonly consoleUrl: string;
  /** The page to open in a window of its own where the browser lets no page reach the daemon. */
  readonly bridgeUrl: string;
  readonly faceScriptUrl: string;
  /** The page itself comes through the daemon, so its socket is of its own origin. */
  readonly isProxied: boolean;
}

const PROXIED_PATH = "/.titian/companion.js";
const DEFAULT_DAEMON = "http://127.0.0.1:9700";
const LOOPBACK: readonly string[] = ["127.0.0.1", "localhost"];

/**
 * Read from the companion's own script element: its address is the daemon's (script tag), the proxy's (`/.titian/`), or, for
 * a copy that INLISLite itself serves, `data-titian` says it.
 */
export function daemonAddress(
  script: { readonly src: string; readonly titian: string | undefined },
  page: { readonly protocol: string; readonly host: string; readonly port: string },
): DaemonAddress {
  const own = URL.canParse(script.src) ? new URL(script.src) : undefined;
  if (own?.pathname.endsWith(PROXIED_PATH) && own.host === page.host) {
    const console = `http://127.0.0.1:${page.port || "80"}`;
    return {
      socketUrl: `${page.protocol === "https:" ? "wss" : "ws"}://${page.host}/.titian/ws`,
      consoleUrl: `${console}/`,
      bridgeUrl: `${console}/bridge.html`,
      faceScriptUrl: new URL("titian-face.js", own).href,
      isProxied: true,
    };
  }
  const origin = loopbackOrigin(script.titian) ?? loopbackOrigin(script.src) ?? DEFAULT_DAEMON;
  return {
    socketUrl: `${origin.replace(/^http/, "ws")}/ws`,
    consoleUrl: `${origin}/`,
    bridgeUrl: `${origin}/bridge.html`,
    faceScriptUrl: `${origin}/titian-face.js`,
    isProxied: false,
  };
}

/** The daemon listens on this PC only: any other address in a page is a mistake, and nobody is to be called there. */
function loopbackOrigin(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { hostname, origin, protocol } = new URL(address);
  return LOOPBACK.includes(hostname) && protocol === "http:" ? origin : undefined;
}
