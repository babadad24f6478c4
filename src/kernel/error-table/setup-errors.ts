import type { ErrorTable } from "./error-table.ts";

/** titian.toml, as the first run and the console write it. */
export const SETUP_ERRORS = {
  SETUP_NOT_WRITABLE: {
    remedy: "fix-device",
    summary:
      "titian.toml cannot be written by the daemon: an administrator keeps it, or this is a demonstration.",
  },
  SETUP_FILE_ODD: {
    remedy: "fix-device",
    summary: "titian.toml is written in a way that cannot be changed line by line.",
  },
  SETUP_INVALID: { remedy: "fix-request", summary: "The answers do not make a configuration that loads." },
  SETUP_PASSWORD_NEEDED: {
    remedy: "fix-request",
    summary: "The kept password belongs to another database server; for this one it must be typed.",
  },
  SETUP_BUSY: {
    remedy: "retry-later",
    summary: "A card is being printed; the daemon cannot begin anew now.",
  },
} as const satisfies ErrorTable;
