import { setTimeout as pause } from "node:timers/promises";

const DAY_MS = 24 * 60 * 60_000;
/** Midnight in Jakarta, where most libraries of the tests are, and of UTC, which MariaDB and DeskClock go by. */
const MIDNIGHTS_UTC_MS = [17 * 60 * 60_000, 0] as const;
/** Longer than a file of tests takes on a busy machine, but for the longest. */
const FILE_MS = 5 * 60_000;

/**
 * Before each file: one that begins today ends today. Numbers of tickets, figures of a day and members whose card ends today follow
 * the real date where a daemon runs as a process of its own.
 */
for (const midnight of MIDNIGHTS_UTC_MS) {
  const leftMs = (((midnight - Date.now()) % DAY_MS) + DAY_MS) % DAY_MS;
  if (leftMs > 0 && leftMs < FILE_MS) await pause(leftMs + 1_000);
}
