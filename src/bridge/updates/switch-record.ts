import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeDurably } from "../../store/durable-file.ts";

/** What was done before a version was put on trial, for whoever has to undo it. */
export interface Switch {
  readonly from: string;
  readonly to: string;
  /** Folder of the store's backup, made when nobody was being served. */
  readonly backup: string;
  /** The desk's newest event in it. */
  readonly lastSeq: number;
}

const fileIn = (versions: string): string => path.join(versions, "switch.json");

/** Before the pointer: a trial without it could not be undone. */
export function writeSwitch(versions: string, record: Switch): void {
  writeDurably(fileIn(versions), Buffer.from(JSON.stringify(record)));
}

/** Undefined where no update was ever tried, and for a file that says nothing sensible. */
export function readSwitch(versions: string): Switch | undefined {
  try {
    const { from, to, backup, lastSeq } = JSON.parse(readFileSync(fileIn(versions), "utf8"));
    const isSound = [from, to, backup].every((text) => typeof text === "string") && Number.isInteger(lastSeq);
    return isSound ? { from, to, backup, lastSeq } : undefined;
  } catch {
    return undefined;
  }
}

export const forgetSwitch = (versions: string): void => rmSync(fileIn(versions), { force: true });
