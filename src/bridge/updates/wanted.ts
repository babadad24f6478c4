import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeDurably } from "../../store/durable-file.ts";

/** Desk PCs are switched off in the evening: what was asked for while somebody was served is done the next morning. */
const fileIn = (versions: string): string => path.join(versions, "wanted");

export const wantVersion = (versions: string, version: string): void =>
  writeDurably(fileIn(versions), Buffer.from(version));

export function wantedIn(versions: string): string | undefined {
  try {
    return readFileSync(fileIn(versions), "utf8");
  } catch {
    return undefined;
  }
}

export const forgetWanted = (versions: string): void => rmSync(fileIn(versions), { force: true });
