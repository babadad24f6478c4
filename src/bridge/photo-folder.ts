import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, type FileHandle, open, opendir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { PhotoDraft, PhotoFolder } from "../inlislite/photo-writing.ts";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";

/** What marks files of ours that are under way; INLISLite shows only names that its table has. */
const DRAFT = ".titian-new";
const REPLACED = ".titian-old";
/** A file under way for longer than this was left by a daemon that was killed. */
const LEFT_AFTER_MS = 60 * 60_000;

/** The web server reads the file, and 3.2 writes its own over it: through the group that it shares with Titian. */
const MODE = 0o664;
const BARE_NAME = /^[A-Za-z0-9_-]{1,60}\.jpg$/;

/** INLISLite's photo folder, on this machine or on a share. */
export class PhotoFolderOnDisk implements PhotoFolder {
  readonly #folder: string;
  readonly #clock: Clock;
  #hasTidied = false;

  constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  async draft(name: string, bytes: Uint8Array): Promise<PhotoDraft> {
    if (!BARE_NAME.test(name))
      throw new TitianError("PHOTO_FOLDER_UNUSABLE", { details: { reason: "NAME" } });
    await this.#tidy();
    const mark = randomUUID().slice(0, 8);
    const at = (suffix: string): string => path.join(this.#folder, `${name}${suffix}`);
    const draft = new Draft(this.#folder, at(""), at(`.${mark}${DRAFT}`), at(`.${mark}${REPLACED}`));
    await draft.write(bytes);
    return draft;
  }

  /**
   * Once per start: nobody's photo stays behind under a name that no table knows. A killed daemon had not committed its row
   * when a replaced photo lies here; where the name is still the same, the newer photo is shown, and it is the same member's.
   */
  async #tidy(): Promise<void> {
    if (this.#hasTidied) return;
    this.#hasTidied = true;
    try {
      for await (const { name } of await opendir(this.#folder)) {
        if (!name.endsWith(DRAFT) && !name.endsWith(REPLACED)) continue;
        const file = path.join(this.#folder, name);
        const { mtimeMs } = await stat(file);
        if (this.#clock.now().getTime() - mtimeMs > LEFT_AFTER_MS) await rm(file, { force: true });
      }
    } catch (error) {
      throw folderError(error);
    }
  }
}

class Draft implements PhotoDraft {
  readonly #folder: string;
  readonly #place: string;
  readonly #draft: string;
  readonly #replaced: string;
  #state: "drafted" | "placed" = "drafted";
  #hasReplaced = false;

  constructor(folder: string, place: string, draft: string, replaced: string) {
    this.#folder = folder;
    this.#place = place;
    this.#draft = draft;
    this.#replaced = replaced;
  }

  async write(bytes: Uint8Array): Promise<void> {
    try {
      await using file = await open(this.#draft, "wx", MODE);
      await file.writeFile(bytes);
      // The service's umask takes the group's right away again.
      if (process.platform !== "win32") await file.chmod(MODE);
      await file.sync();
    } catch (error) {
      await rm(this.#draft, { force: true }).catch(() => undefined);
      throw folderError(error);
    }
  }

  async place(): Promise<void> {
    try {
      this.#hasReplaced = await this.#copyAside();
      await rename(this.#draft, this.#place);
      this.#state = "placed";
      await syncFolder(this.#folder);
    } catch (error) {
      throw folderError(error);
    }
  }

  async readBack(): Promise<Uint8Array> {
    try {
      return await readFile(this.#place);
    } catch (error) {
      throw folderError(error);
    }
  }

  async keep(): Promise<void> {
    await rm(this.#replaced, { force: true });
  }

  async undo(): Promise<void> {
    if (this.#state === "drafted") await rm(this.#draft, { force: true });
    else if (this.#hasReplaced) await rename(this.#replaced, this.#place);
    else await rm(this.#place, { force: true });
    await rm(this.#replaced, { force: true });
    await syncFolder(this.#folder);
  }

  /** A copy, so that the name always has a picture behind it: the page may be showing it. */
  async #copyAside(): Promise<boolean> {
    try {
      await copyFile(this.#place, this.#replaced, constants.COPYFILE_EXCL);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw error;
    }
    await using copy = await open(this.#replaced, "r+");
    await copy.sync();
    return true;
  }
}

/** A new name is durable only once its folder is; Windows and some shares open no folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, "r");
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "EISDIR", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await handle?.close();
  }
}

/** Never the path: it may tell a stranger how the server is built. */
function folderError(error: unknown): TitianError {
  const reason = (error as NodeJS.ErrnoException).code ?? "UNKNOWN";
  const isFull = ["ENOSPC", "EDQUOT"].includes(reason);
  return new TitianError(isFull ? "PHOTO_FOLDER_FULL" : "PHOTO_FOLDER_UNUSABLE", { details: { reason } });
}
