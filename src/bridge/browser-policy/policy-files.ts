import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ConfigError } from "../../kernel/schema.ts";
import type { PolicyBrowser, PolicyEntry } from "./entries.ts";
import { isJsonObject, type JsonObject, listAt, withList } from "./json-lists.ts";
import type { PolicyPlace, Written } from "./place.ts";

const FOLDERS: Readonly<Record<PolicyBrowser, string>> = {
  chrome: "etc/opt/chrome/policies/managed",
  edge: "etc/opt/edge/policies/managed",
  chromium: "etc/chromium/policies/managed",
  firefox: "etc/firefox/policies",
};
const OWN = "titian.json";
/** Firefox reads this one file and no other. */
const FIREFOX_FILE = "policies.json";

/** Policies as files under /etc. `root`: another folder in its place, for an image or a test. */
export class PolicyFiles implements PolicyPlace {
  readonly #root: string;

  constructor(root = "/") {
    this.#root = root;
  }

  async values(browser: PolicyBrowser, policy: readonly string[]): Promise<readonly string[]> {
    const files = await Promise.all((await this.#filesOf(browser)).map(readObject));
    return files.flatMap((file) => listAt(file, policy) ?? []).filter((value) => typeof value === "string");
  }

  /**
   * Into the file that holds this list already, if there is one: of two files with the same list a browser of the Chromium
   * family takes one whole and forgets the other.
   */
  async add({ browser, policy, value }: PolicyEntry): Promise<Written | undefined> {
    if ((await this.values(browser, policy)).includes(value)) return undefined;
    const file = await this.#fileFor(browser, policy);
    const object = await readObject(file);
    await writeObject(file, withList(object, policy, [...(listAt(object, policy) ?? []), value]));
    return { browser, policy, value, place: file, name: "" };
  }

  /** From one of its browser's own files and no other: what was written is remembered in a file that is not root's. */
  async remove({ browser, place, policy, value }: Written): Promise<boolean> {
    if (!(await this.#filesOf(browser)).includes(place)) return false;
    const object = await readObject(place);
    const list = listAt(object, policy);
    const at = list?.indexOf(value) ?? -1;
    if (!list || at < 0) return false;
    const rest = withList(object, policy, list.toSpliced(at, 1));
    const isEmpty = Object.keys(rest).length === 0;
    if (isEmpty && path.basename(place) === OWN) await rm(place);
    else await writeObject(place, rest);
    return true;
  }

  async #fileFor(browser: PolicyBrowser, policy: readonly string[]): Promise<string> {
    for (const file of await this.#filesOf(browser)) if (listAt(await readObject(file), policy)) return file;
    return path.join(this.#folderOf(browser), browser === "firefox" ? FIREFOX_FILE : OWN);
  }

  async #filesOf(browser: PolicyBrowser): Promise<readonly string[]> {
    const folder = this.#folderOf(browser);
    if (browser === "firefox") return [path.join(folder, FIREFOX_FILE)];
    const names = await readdir(folder).catch(ignoreMissing<string[]>([]));
    return names
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => path.join(folder, name));
  }

  #folderOf(browser: PolicyBrowser): string {
    return path.join(this.#root, FOLDERS[browser]);
  }
}

const ignoreMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };

async function readObject(file: string): Promise<JsonObject> {
  const text = await readFile(file, "utf8").catch(ignoreMissing("{}"));
  try {
    const parsed: unknown = JSON.parse(text);
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // Told below, together with JSON that is no object.
  }
  // A file that cannot be read cannot be written back whole, and it is somebody else's.
  throw new ConfigError("The policy file", [
    `${file} is not a JSON object; mend it first, nothing was changed`,
  ]);
}

/** Whole or not at all: a browser that starts meanwhile reads the old file or the new one. */
async function writeObject(file: string, object: JsonObject): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, `${JSON.stringify(object, undefined, 2)}\n`, { mode: 0o644 });
  await rename(fresh, file).catch(async (error: unknown) => {
    await rm(fresh, { force: true });
    throw error;
  });
}
