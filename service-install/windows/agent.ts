import path from "node:path";
import process from "node:process";
import { runSupervisor } from "../supervisor/run-supervisor.ts";
import { dataFolderOf } from "./desk.ts";

/** Runs in the session of whoever has signed in, started by the logon task through titian-agent.exe, until they sign out. */
const asked = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const)
  process.once(name, () => asked.abort());
const app = path.resolve(import.meta.dirname, "../..");
await runSupervisor({ app, data: dataFolderOf(process.env) }, asked.signal);
