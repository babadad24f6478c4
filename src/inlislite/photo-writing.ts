import type { MemberNo } from "../kernel/types.ts";

/** A photo for the row with this id, which must carry this number. */
export interface PhotoToWrite {
  readonly memberId: string;
  readonly memberNo: MemberNo;
  readonly jpeg: Uint8Array;
}

/** Port: photos straight into INLISLite's folder and table, past its own pages. Only where a library has configured it. */
export interface PhotoWriter {
  /**
   * Resolves when file and row have been read back as written. Rejects with nothing left behind, apart from
   * `PHOTO_OUTCOME_UNKNOWN`: the server went away before it said whether it kept the row; the next write finds out.
   */
  write(photo: PhotoToWrite, signal: AbortSignal): Promise<{ readonly photoName: string }>;
}

/** Port: the folder from which INLISLite shows members' photos. Rejects with `PHOTO_FOLDER_UNUSABLE` or `PHOTO_FOLDER_FULL`. */
export interface PhotoFolder {
  /** On the disk, beside the place it is meant for, under a name that INLISLite never reads. */
  draft(name: string, bytes: Uint8Array): Promise<PhotoDraft>;
}

export interface PhotoDraft {
  /** Into its place in one step. What was there before is kept until `keep` or `undo`. */
  place(): Promise<void>;
  /** What is found under the name now. */
  readBack(): Promise<Uint8Array>;
  /** For good: what it replaced is gone. */
  keep(): Promise<void>;
  /** As if it had never been. */
  undo(): Promise<void>;
}
