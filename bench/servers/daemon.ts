import { startDaemon } from "./start-daemon.ts";

/**
 * The whole daemon, idle, with the drivers of a real desk. Its simulators would draw pictures, which no desk that serves
 * people does while it waits.
 */
const { server } = await startDaemon([
  { id: "printer", driver: "printer-ipp", options: { uri: "ipp://127.0.0.1:9/ipp/print" } },
  { id: "scanner", driver: "scanner-serial", options: { path: "/dev/no-scanner-here" } },
]);
process.send?.({ port: server.port });
