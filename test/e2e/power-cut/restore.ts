import process from "node:process";
import { restoreStore } from "../../../src/store/restore.ts";

/** `titian restore`, as a process of its own. */
const [folder = "", backup = ""] = process.argv.slice(2);
const at = new Date("2026-11-27T03:00:00Z");
await restoreStore({ folder, backup, desk: "desk-1", at }, AbortSignal.timeout(60_000));
