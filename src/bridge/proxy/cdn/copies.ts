import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { GuestFile } from "../guest-files.ts";
import { withIntegrity } from "../rewriting/integrity.ts";
import { FONT_HOSTS, FONT_STYLES, stylesheetFor } from "./google-fonts.ts";
import { PLACEHOLDERS, placeholderFor } from "./placeholders.ts";

/** web/build-cdn.ts writes it beside the copies. */
interface Manifest {
  /** Changes with any of the copies. */
  readonly build: string;
  readonly files: readonly CopiedFile[];
  /** Families of Google Fonts by name. */
  readonly fonts: Readonly<Record<string, string>>;
}

interface CopiedFile {
  /** Below the copies' folder, and so in its address. */
  readonly path: string;
  readonly type: string;
  /** Addresses on the internet that it stands for, without scheme; a file that others lean on has none. */
  readonly addresses: readonly string[];
  /** As `integrity` names them. */
  readonly hashes: readonly string[];
}

const FOLDER = "cdn/";

/** Pinned copies of the libraries that INLISLite's pages load from the internet. */
export class Copies {
  readonly build: string;
  /** Whole addresses, in small letters. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Beginnings of addresses whose rest says what is wanted. */
  readonly folders: ReadonlyMap<string, string>;
  readonly #root: string;
  readonly #manifest: Manifest;
  readonly #files: ReadonlyMap<string, CopiedFile>;

  /** Undefined where the build has made none. */
  static in(webRoot: string): Copies | undefined {
    const root = path.join(webRoot, "cdn");
    try {
      return new Copies(root, JSON.parse(readFileSync(path.join(root, "manifest.json"), "utf8")) as Manifest);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  private constructor(root: string, manifest: Manifest) {
    this.#root = root;
    this.#manifest = manifest;
    this.build = manifest.build;
    this.#files = new Map(manifest.files.map((file) => [file.path, file]));
    const copied = manifest.files.flatMap(({ path: name, addresses }) =>
      addresses.map((address) => [address.toLowerCase(), name] as const),
    );
    this.addresses = new Map([...copied, ...FONT_HOSTS].map(([from, to]) => [from, addressOf(to)]));
    this.folders = new Map([FONT_STYLES, ...PLACEHOLDERS].map(([from, to]) => [from, addressOf(to)]));
  }

  /** What lies at `/.titian/…`; text is an address on the internet, where what is asked for has no copy. */
  async find(wanted: string): Promise<GuestFile | string | undefined> {
    if (!wanted.startsWith(FOLDER)) return undefined;
    const [name = "", query = ""] = wanted.slice(FOLDER.length).split("?");
    const file = this.#files.get(name);
    if (file)
      return { type: file.type, body: await readFile(path.join(this.#root, file.path)), isLasting: true };
    return stylesheetFor(name, query, this.#manifest.fonts) ?? placeholderFor(name, query);
  }

  /** A tag of a page in which `copies` were put. */
  readonly checked = (tag: string, copies: readonly string[]): string => {
    const [copy = ""] = copies;
    const file = this.#files.get(copy.slice(addressOf("").length));
    return withIntegrity(tag, file?.hashes ?? []);
  };
}

const addressOf = (name: string): string => `/.titian/${FOLDER}${name}`;
