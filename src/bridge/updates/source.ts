import { constants, existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { MANIFEST } from "../../../service-install/versions/files-check.ts";
import { isVersion } from "../../../service-install/versions/version.ts";
import { TitianError } from "../../kernel/errors.ts";
import { openRegular, textOfRegular } from "../regular-file.ts";

/** Where new versions lie: signed manifests, and the archives that they name beside them. Nothing of it is trusted. */
export interface UpdateSource {
  /** Throws `UPDATE_SOURCE_AWAY`. */
  manifests(signal: AbortSignal): Promise<readonly string[]>;
  /** One file by the name that a manifest gives. Throws `UPDATE_SOURCE_AWAY`. */
  open(file: string, signal: AbortSignal): Promise<Readable>;
}

/** 1,500 files of three kinds of machine are 0.8 MB. */
const LARGEST_MANIFEST = 16 * 1024 * 1024;
const MANIFESTS_READ = 50;
/** Of all that lie in one folder. */
const MOST_READ = 64 * 1024 * 1024;
const MANIFEST_NAME = /^titian(?:-[\w.-]{1,80})?\.update\.json$/;
/** The one name on a server: nobody can list its folder. */
const NEWEST = "titian.update.json";
const MANIFEST_WITHIN_MS = 30_000;

export function sourceOf(from: string): UpdateSource {
  return /^https?:\/\//i.test(from) ? serverSource(new URL(from)) : folderSource(from);
}

/** A folder of this machine, a share, or a stick that is there now and then. */
export function folderSource(folder: string): UpdateSource {
  return {
    async manifests() {
      const names = (await away(readdir(folder))).filter((name) => MANIFEST_NAME.test(name));
      const newest = names.toSorted().slice(-MANIFESTS_READ).reverse();
      return readable(newest.map((name) => path.join(folder, name)));
    },
    async open(file) {
      // Not what a link leads to: an administrator may read more than what lies on the stick.
      const handle = await away(openRegular(path.join(folder, file), constants.O_NOFOLLOW ?? 0));
      if (!handle) throw new TitianError("UPDATE_SOURCE_AWAY");
      return handle.createReadStream();
    },
  };
}

/** What lies on this desk already: fetched, and not yet changed to. */
export function stagedSource(versions: string): UpdateSource {
  return {
    async manifests() {
      const names = (await away(readdir(versions))).filter(isVersion);
      const read = names.map((name) =>
        textOfRegular(path.join(versions, name, MANIFEST), LARGEST_MANIFEST).catch(() => undefined),
      );
      return (await Promise.all(read)).filter((text) => text !== undefined);
    },
    // Its files are there: only what is damaged would have to be fetched again, and that from elsewhere.
    open: async () => {
      throw new TitianError("UPDATE_SOURCE_AWAY");
    },
  };
}

/** Empty while nobody has copied anything in, as on most days. */
export function inboxSource(folder: string): UpdateSource {
  const inner = folderSource(folder);
  return {
    manifests: async (signal) => (existsSync(folder) ? inner.manifests(signal) : []),
    open: inner.open,
  };
}

/** What is no file, too large or not to be read keeps nobody from the others; `UPDATE_SOURCE_AWAY` where nothing can be read. */
async function readable(files: readonly string[]): Promise<readonly string[]> {
  const texts: string[] = [];
  let trouble: unknown;
  let left = MOST_READ;
  for (const file of files) {
    try {
      const text = await textOfRegular(file, Math.min(LARGEST_MANIFEST, left));
      if (text === undefined) continue;
      texts.push(text);
      left -= text.length;
    } catch (error) {
      trouble = error;
    }
  }
  if (texts.length === 0 && trouble !== undefined)
    throw new TitianError("UPDATE_SOURCE_AWAY", { cause: trouble });
  return texts;
}

/** Plain HTTP will do: what comes is believed for its signature alone. */
function serverSource(address: URL): UpdateSource {
  const base = new URL(address.href.endsWith("/") ? address : `${address.href}/`);
  return {
    async manifests(signal) {
      const within = AbortSignal.any([signal, AbortSignal.timeout(MANIFEST_WITHIN_MS)]);
      const body = await get(new URL(NEWEST, base), within, signal);
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > LARGEST_MANIFEST) throw new TitianError("UPDATE_UNTRUSTED");
        chunks.push(chunk);
      }
      return [Buffer.concat(chunks).toString("utf8")];
    },
    open: (file, signal) => get(new URL(encodeURIComponent(file), base), signal, signal),
  };
}

async function get(url: URL, within: AbortSignal, asked: AbortSignal): Promise<Readable> {
  try {
    const answer = await fetch(url, { signal: within, redirect: "error" });
    if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
    return Readable.from(answer.body);
  } catch (cause) {
    asked.throwIfAborted();
    throw new TitianError("UPDATE_SOURCE_AWAY", { cause });
  }
}

async function away<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new TitianError("UPDATE_SOURCE_AWAY", { cause });
  }
}
