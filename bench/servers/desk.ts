import { startDaemon } from "./start-daemon.ts";

/** The whole daemon with the devices of the first argument, as JSON of its configuration file; they have been opened. */
const { supervisor, server } = await startDaemon(JSON.parse(process.argv[2] ?? "[]"));
await supervisor.firstAttempts();
process.send?.({ port: server.port, token: server.consoleToken });
