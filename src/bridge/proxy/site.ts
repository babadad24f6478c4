/** What becomes of a path that a browser asks for. */
export type Route =
  | { readonly kind: "forward"; readonly path: string }
  | { readonly kind: "redirect"; readonly path: string };

/**
 * INLISLite's own address. Paths are the same on both sides, so that only scheme, name and port have to be rewritten; a
 * sub-folder is where the proxy's root leads to.
 */
export class Site {
  readonly url: URL;
  /** Scheme, name and port, as a browser writes them. */
  readonly origin: string;
  /** As the Host header has it. */
  readonly host: string;
  readonly isHttps: boolean;
  /** Folder of INLISLite's start page, with a slash at both ends. */
  readonly home: string;
  /** The first folder of that: 3.2 has its pictures beside `backend/`, not in it. */
  readonly #scope: string;

  constructor(address: string) {
    this.url = new URL(address);
    this.origin = this.url.origin;
    this.host = this.url.host;
    this.isHttps = this.url.protocol === "https:";
    const folders = this.url.pathname.split("/").filter((name) => name !== "" && !name.endsWith(".php"));
    this.home = folders.length === 0 ? "/" : `/${folders.join("/")}/`;
    this.#scope = folders.length === 0 ? "/" : `/${folders[0]}/`;
  }

  /** `path` as sent, query included. Undefined where it is none: `*`, or a whole address. */
  routeOf(path: string, isPage: boolean): Route | undefined {
    if (!path.startsWith("/")) return undefined;
    const [folder = ""] = path.split("?", 1);
    if (`${folder}/`.startsWith(this.#scope)) return { kind: "forward", path };
    // 3.3 in a sub-folder posts its login form to `/login`, outside of it.
    const inside = this.home + path.slice(1);
    return { kind: isPage ? "redirect" : "forward", path: inside };
  }
}
