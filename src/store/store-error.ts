import { statfsSync } from "node:fs";
import { type ErrorCode, TitianError } from "../kernel/errors.ts";

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html. The extended code carries them in its low byte. */
const BY_SQLITE_CODE: Readonly<Record<number, ErrorCode>> = {
  3: "STORE_UNUSABLE", // SQLITE_PERM
  5: "STORE_LOCKED", // SQLITE_BUSY
  8: "STORE_UNUSABLE", // SQLITE_READONLY
  10: "STORE_UNUSABLE", // SQLITE_IOERR
  11: "STORE_CORRUPT", // SQLITE_CORRUPT
  13: "STORE_FULL", // SQLITE_FULL
  14: "STORE_UNUSABLE", // SQLITE_CANTOPEN
  19: "STORE_EVENT_INVALID", // SQLITE_CONSTRAINT
  26: "STORE_CORRUPT", // SQLITE_NOTADB
};

const BY_SYSTEM_CODE: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: "STORE_FULL",
  EDQUOT: "STORE_FULL",
  EACCES: "STORE_UNUSABLE",
  EPERM: "STORE_UNUSABLE",
  EROFS: "STORE_UNUSABLE",
  EIO: "STORE_UNUSABLE",
  EMFILE: "STORE_UNUSABLE",
  ENFILE: "STORE_UNUSABLE",
  ENOENT: "STORE_UNUSABLE",
  ENOTDIR: "STORE_UNUSABLE",
  EISDIR: "STORE_UNUSABLE",
  EBUSY: "STORE_UNUSABLE",
  ELOOP: "STORE_UNUSABLE",
};

/** What SQLite or the file system threw, as a coded error. Anything else passes unchanged. */
export function storeError(thrown: unknown, folder: string): unknown {
  if (thrown instanceof TitianError || !(thrown instanceof Error)) return thrown;
  const { code, errcode } = thrown as Error & { readonly code?: unknown; readonly errcode?: unknown };
  if (code === "ERR_SQLITE_ERROR" && typeof errcode === "number") {
    const named = BY_SQLITE_CODE[errcode & 0xff];
    if (!named) return thrown;
    // Without room even for its index of the write-ahead log, SQLite speaks of an I/O error or a file it cannot open.
    const isFull = named === "STORE_UNUSABLE" && hasNoRoom(folder);
    return new TitianError(isFull ? "STORE_FULL" : named, { details: { sqlite: errcode }, cause: thrown });
  }
  const named = typeof code === "string" ? BY_SYSTEM_CODE[code] : undefined;
  return named ? new TitianError(named, { details: { system: String(code) }, cause: thrown }) : thrown;
}

/** SQLITE_ERROR: says nothing but that the statement did not work. */
export function isPlainSqliteError(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown as Error & { readonly errcode?: unknown }).errcode === 1;
}

function hasNoRoom(folder: string): boolean {
  try {
    return statfsSync(folder).bavail === 0;
  } catch {
    // A folder that cannot even be measured is unusable, not full.
    return false;
  }
}
