import { existsSync } from "node:fs";
import path from "node:path";
import type { Clock } from "../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import { newestVerified } from "../../store/backup-folder.ts";
import { eventsOf } from "../../store/backup-manifest.ts";
import { RESTORED } from "../../store/restore-swap.ts";
import type { Config } from "../config/schema.ts";
import { errorText } from "../messages/text.ts";
import { SignsOfLife } from "../notify.ts";
import { VERSION } from "../release.ts";
import { type ClosedDesk, closedDeskServer } from "../server/closed-desk.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { momentText } from "./moment-text.ts";

/** A restart mends none of these; a restore does. */
const RESTORABLE: readonly ErrorCode[] = ["STORE_CORRUPT", "STORE_KEY_WRONG"];
const LOOK_EVERY_MS = 2_000;
/** Then the service manager tries once more; a version on trial is given up that way. */
const CLOSED_FOR_MS = 10 * 60_000;

interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly complain: (line: string) => void;
  /** Aborts when the service is asked to stop. */
  readonly asked: AbortSignal;
}

/**
 * A desk whose records are damaged is not started, and not left silent either: it says so on its page and in /health, offers the
 * newest verified backup, and starts anew once somebody has restored one. Anything else is thrown on.
 */
export async function staysClosed(error: unknown, parts: Parts): Promise<ExitCode> {
  const { code } = TitianError.from(error);
  if (!RESTORABLE.includes(code)) throw error;
  const { config, log, clock, complain, asked } = parts;
  const closed = await offerOf(code, config, asked);
  complain(errorText(code, "id"));
  complain(
    closed.newest ? `titian restore --newest   (${closed.newest.text.id})` : "titian restore <folder>",
  );
  log.error("store not opened", { code, newestBackup: closed.newest?.at ?? "none" });

  const server = closedDeskServer(closed);
  server.listen({ port: config.server.port, host: "127.0.0.1" });
  server.on("error", () => log.warn("the page of a closed desk is not served"));
  const signs = new SignsOfLife({ environment: process.env, clock, log });
  await signs.start();
  try {
    return await untilRestored(config.store.folder, parts);
  } finally {
    await signs.stop();
    server.closeAllConnections();
    server.close();
  }
}

async function offerOf(code: ErrorCode, config: Config, signal: AbortSignal): Promise<ClosedDesk> {
  const newest = await newestVerified(config.backup.folder, config.desk.id, signal).catch(() => undefined);
  const { timeZone } = config.library;
  const text = (language: "id" | "en"): string => (newest ? momentText(newest.at, timeZone, language) : "");
  return {
    ...{ code, desk: config.desk.id, titian: VERSION },
    newest: newest && {
      ...{ at: newest.at.toISOString(), events: eventsOf(newest.manifest) },
      text: { id: text("id"), en: text("en") },
    },
  };
}

async function untilRestored(folder: string, { clock, asked }: Parts): Promise<ExitCode> {
  const untilMs = clock.monotonicMs() + CLOSED_FOR_MS;
  while (clock.monotonicMs() < untilMs) {
    await clock.sleep(LOOK_EVERY_MS, asked).catch(() => undefined);
    if (asked.aborted) return EXIT.stopped;
    if (existsSync(path.join(folder, RESTORED))) break;
  }
  return EXIT.fault;
}
