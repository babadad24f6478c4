import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { InlisliteVersion } from "../member.ts";
import type { PhotoDraft, PhotoFolder, PhotoToWrite, PhotoWriter } from "../photo-writing.ts";
import {
  addPhotoHistory,
  assertUserExists,
  findPhotoRow,
  type PhotoRow,
  type PhotoTables,
  photoTables,
  readPhotoRow,
  type Signed,
  updatePhotoRow,
} from "./photo-row.ts";
import type { MysqlOptions } from "./pool.ts";
import { isUnanswered, WriteConnection } from "./write-connection.ts";

interface Dependencies {
  /** Asked at each write, so that a new password needs no restart. */
  readonly server: () => Promise<MysqlOptions>;
  /** Undefined until INLISLite has answered once. */
  readonly version: () => InlisliteVersion | undefined;
  readonly folder: PhotoFolder;
  readonly signed: Signed;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One photo on its way: the file as a draft, and the row as it was. */
interface Write {
  readonly version: InlisliteVersion;
  readonly tables: PhotoTables;
  readonly row: PhotoRow;
  readonly name: string;
  readonly jpeg: Uint8Array;
  readonly draft: PhotoDraft;
  isPlaced: boolean;
}

/**
 * One guarded row or nothing, the columns of a photo and no others, file and row in step. The row is locked only for as long
 * as it takes to move a file into place.
 */
export class MysqlPhotoWriter implements PhotoWriter {
  readonly #deps: Dependencies;
  /** One photo after another: two of one member share a file name in 3.2. */
  #last: Promise<unknown> = Promise.resolve();
  /** Writes whose commit nobody has answered. */
  readonly #unsettled = new Set<Write>();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async write(photo: PhotoToWrite, signal: AbortSignal): Promise<{ readonly photoName: string }> {
    const turn = this.#last.then(() => this.#write(photo, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Whoever gives up after the draft is begun is not waited for: the write ends by itself, one way or the other. */
  async #write(photo: PhotoToWrite, signal: AbortSignal): Promise<{ readonly photoName: string }> {
    signal.throwIfAborted();
    const write = await this.#begin(photo);
    try {
      await this.#commit(write);
    } catch (error) {
      if (this.#unsettled.has(write)) throw error;
      await this.#undo(write);
      throw error;
    }
    await this.#keep(write);
    return { photoName: write.name };
  }

  async #begin({ jpeg, ...photo }: PhotoToWrite): Promise<Write> {
    const { folder, signed, clock } = this.#deps;
    const version = this.#deps.version();
    if (!version) throw new TitianError("INLISLITE_UNREACHABLE");
    await using connection = await this.#connect();
    const tables = await photoTables(connection);
    for (const left of this.#unsettled) await this.#settle(left, connection);
    const row = await findPhotoRow(connection, tables, { ...photo, jpeg });
    await assertUserExists(connection, tables, signed.updateBy);
    const name = version === "3.2" ? `${row.idText}.jpg` : newName(clock);
    const draft = await folder.draft(name, jpeg);
    return { version, tables, row, name, jpeg, draft, isPlaced: false };
  }

  /** Asks a second time when the answer to the first commit was lost: the guard tells whether it had happened. */
  async #commit(write: Write): Promise<void> {
    if (await this.#attempt(write)) return;
    this.#unsettled.add(write);
    const isKnown = await this.#attempt(write).catch((error: unknown) => {
      if (!isAboutRow(error)) throw new TitianError("PHOTO_OUTCOME_UNKNOWN", { cause: error });
      this.#unsettled.delete(write);
      throw error;
    });
    if (!isKnown) throw new TitianError("PHOTO_OUTCOME_UNKNOWN");
    this.#unsettled.delete(write);
  }

  /** False: the commit was sent, and nobody knows what became of it. */
  async #attempt(write: Write): Promise<boolean> {
    const { version, tables, row, name, draft, jpeg } = write;
    const { signed } = this.#deps;
    await using connection = await this.#connect();
    await connection.begin();
    if (!(await updatePhotoRow(connection, tables, version, row, name, signed))) {
      // Put there by our first attempt. Where 3.2 keeps the name, its file is in place either way.
      if (write.isPlaced && (await readPhotoRow(connection, tables, row))?.photoUrl === name) return true;
      throw new TitianError("MEMBER_CHANGED");
    }
    if (version === "3.2" && row.photoUrl !== name)
      await addPhotoHistory(connection, tables, row, name, signed);
    if (!write.isPlaced) await draft.place();
    write.isPlaced = true;
    const isFileThere = isEqual(await draft.readBack(), jpeg);
    const now = await readPhotoRow(connection, tables, row);
    if (!isFileThere || now?.photoUrl !== name || !now.isSignedBy(signed))
      throw new TitianError("PHOTO_NOT_KEPT");
    try {
      await connection.commit();
      return true;
    } catch (error) {
      if (isUnanswered(error)) return false;
      throw error;
    }
  }

  /** What became of a write whose answer was lost: a row that names the file has it. */
  async #settle(write: Write, connection: WriteConnection): Promise<void> {
    const now = await readPhotoRow(connection, write.tables, write.row);
    this.#unsettled.delete(write);
    await (now?.photoUrl === write.name ? this.#keep(write) : this.#undo(write));
  }

  async #keep({ draft }: Write): Promise<void> {
    // File and row are as they should be; what is left over is only in the way.
    await draft
      .keep()
      .catch((error: unknown) => this.#deps.log.warn("replaced photo not removed", { error }));
  }

  async #undo({ draft }: Write): Promise<void> {
    await draft
      .undo()
      .catch((error: unknown) => this.#deps.log.error("photo file not taken back", { error }));
  }

  async #connect(): Promise<WriteConnection> {
    return WriteConnection.open(await this.#deps.server(), this.#deps.clock);
  }
}

/** As 3.3's own framework names uploads: seconds since 1970 and ten random bytes. */
function newName(clock: Clock): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${Math.floor(clock.now().getTime() / 1000)}_${hex}.jpg`;
}

/** Said once the guard had been asked, so the first commit had not happened, or somebody else has been there since. */
const isAboutRow = (error: unknown): boolean =>
  error instanceof TitianError && (error.code === "MEMBER_CHANGED" || error.code.startsWith("PHOTO_"));

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
