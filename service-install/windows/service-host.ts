import path from "node:path";
import process from "node:process";
import { runSupervisor } from "../supervisor/run-supervisor.ts";
import { dataFolderOf, NAME } from "./desk.ts";
import { ServiceDispatcher } from "./service-dispatcher.ts";

/** What Windows starts as the service `Titian`: it answers the service manager, and the supervisor does the work. */
const app = path.resolve(import.meta.dirname, "../..");
const asked = new AbortController();
const dispatcher = new ServiceDispatcher(NAME, () => asked.abort());
// An order to stop is answered at once; what takes its time is the daemon.
asked.signal.addEventListener("abort", () => dispatcher.tell("stopping"));

const dispatched = dispatcher.run();
await dispatcher.started;
dispatcher.tell("running");
await runSupervisor({ app, data: dataFolderOf(process.env) }, asked.signal);
dispatcher.tell("stopped");
await dispatched;
process.exit(0);
