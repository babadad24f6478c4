/** The longest stretch that may have to be seen at once: an address, its escapes, and the character after it. */
export const LONGEST_ADDRESS = 512;

const SLASH = String.raw`(?:\\?/|&#x2[fF];)`;
/** What may follow an address: `http://192.168.1.1` is no part of `http://192.168.1.10`, and `:8080` is another server. */
const END = String.raw`(?=[/\\?#"'\x60<>()\[\]{}\s&;,|+]|$)`;
/** A copy stands for one file, so no slash. */
const END_OF_FILE = END.replace("[/", "[");
/** Without a scheme two slashes are an address only where a value begins; elsewhere they are a comment or a path. */
const BEGINS = String.raw`(?<=["'\x60(=\s,])`;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

interface AddressOptions {
  /** Everything that is called INLISLite: its configured address first. */
  readonly from: readonly URL[];
  /** `host:port` of the proxy. */
  readonly to: string;
  /** Whole addresses without scheme and slashes, `cdn.example/lib.js`, and the path that takes their place. */
  readonly copies?: ReadonlyMap<string, string>;
  /** The same for everything below an address: `fonts.googleapis.com/css`. */
  readonly folders?: ReadonlyMap<string, string>;
}

export interface Rewritten {
  readonly text: string;
  /** Where rewriting stopped: at `until`, or behind an address that crosses it. */
  readonly end: number;
  /** Paths of the copies that were put in. */
  readonly copies: readonly string[];
}

/** Finds INLISLite's own addresses, plain or escaped as in JSON or in an attribute, and puts the proxy's in their place. */
export class Addresses {
  readonly #pattern: RegExp;
  readonly #to: string;
  readonly #copies: ReadonlyMap<string, string>;
  readonly #folders: ReadonlyMap<string, string>;

  constructor({ from, to, copies = new Map(), folders = new Map() }: AddressOptions) {
    this.#to = to;
    this.#copies = copies;
    this.#folders = folders;
    const base = `(?<base>${alternatives(from.flatMap(spellings))})${END}`;
    const copy = `(?<copy>${alternatives([...copies.keys()])})${END_OF_FILE}`;
    const folder = `(?<folder>${alternatives([...folders.keys()])})`;
    const scheme = `(?<scheme>https?(?::|&#x3[aA];)|${BEGINS})`;
    const slashes = `(?<slashes>${SLASH}${SLASH})`;
    const names = [base, ...(copies.size > 0 ? [copy] : []), ...(folders.size > 0 ? [folder] : [])];
    this.#pattern = new RegExp(`${scheme}${slashes}(?:${names.join("|")})`, "gi");
  }

  /** All of a short text: a header, a tag. */
  all(text: string): Rewritten {
    return this.between(text, 0, text.length);
  }

  /** Addresses that begin in [from, until). What stands before `from` is looked at and not put out. */
  between(text: string, from: number, until: number): Rewritten {
    const parts: string[] = [];
    const copies: string[] = [];
    let done = from;
    this.#pattern.lastIndex = from;
    for (let found = this.#pattern.exec(text); found; found = this.#pattern.exec(text)) {
      if (found.index >= until) break;
      const { base, copy, folder, scheme = "", slashes = "" } = found.groups ?? {};
      parts.push(text.slice(done, found.index));
      done = found.index + found[0].length;
      if (base !== undefined) parts.push(scheme.replace(/^https/i, "http"), slashes, this.#to);
      const path = this.#pathOf(copy, folder);
      if (path === undefined) continue;
      copies.push(path);
      parts.push(path);
    }
    const end = Math.max(done, until);
    parts.push(text.slice(done, end));
    return { text: parts.join(""), end, copies };
  }

  #pathOf(copy: string | undefined, folder: string | undefined): string | undefined {
    if (copy !== undefined) return this.#copies.get(copy.toLowerCase());
    return folder === undefined ? undefined : this.#folders.get(folder.toLowerCase());
  }
}

/** Longest first: an alternation takes the first that fits. */
const alternatives = (names: readonly string[]): string =>
  [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join("|");

/** `host`, and with a default port also `host:80`: servers write either. */
function spellings({ host, hostname, port }: URL): readonly string[] {
  return port === "" ? [`${hostname}:443`, `${hostname}:80`, host] : [host];
}
