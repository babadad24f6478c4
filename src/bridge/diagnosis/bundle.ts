import { readdirSync, readFileSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import { backupsIn } from "../../store/backup-folder.ts";
import { newestSchema } from "../../store/migrations.ts";
import { readPresent } from "../../store/present-store.ts";
import type { Finding } from "../cli/checks/check.ts";
import { type Config, ConfigSchema } from "../config/schema.ts";
import type { HealthReport } from "../flows/health-report.ts";
import { roomOn } from "../flows/operate/disk-room.ts";
import { ownFields, ownLiterals } from "./own-words.ts";
import { toldConfig } from "./told-config.ts";
import { type OwnWords, toldLine } from "./told-line.ts";

const MAX_LINES = 2_000;
const MAX_HISTORY = 1_000;

export interface Diagnosis {
  readonly config: Config;
  readonly version: string;
  readonly findings: readonly Finding[];
  /** What the running daemon says; undefined where none runs. */
  readonly health: HealthReport | undefined;
  readonly metrics: string | undefined;
  /** Where Titian's own program is read. */
  readonly program: readonly string[];
  readonly now: Date;
}

/**
 * What helps somebody far away, as a ZIP. Everything in it is on a list of what may leave the library; what is not is left out,
 * not masked. No row of the mirror, no file of the vault, no event is read but counted.
 */
export function diagnosisBundle(diagnosis: Diagnosis): Uint8Array {
  const { config, findings, health, metrics } = diagnosis;
  const files: Readonly<Record<string, unknown>> = {
    "versions.json": versions(diagnosis),
    "config.json": toldConfig(ConfigSchema, config),
    // Sentences name folders and servers; which check it was, and how it came out, names nobody.
    "doctor.json": findings.map(({ check, outcome }) => ({ check, outcome })),
    "health.json": health ? toldHealth(health) : null,
    "health-history.json": healthHistory(config.store.folder),
    "store.json": storeFacts(config, diagnosis.now),
  };
  const zipped: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, value]) => [name, strToU8(`${JSON.stringify(value, undefined, 2)}\n`)]),
  );
  return zipSync({
    ...zipped,
    ...(metrics === undefined ? {} : { "metrics.txt": strToU8(metrics) }),
    "log.jsonl": strToU8(lastLines(config.log.folder, wordsOf(diagnosis))),
  });
}

function versions({ version, now }: Diagnosis) {
  const { node, sqlite, openssl } = process.versions;
  return {
    ...{ titian: version, schema: newestSchema(), node, sqlite, openssl, madeAt: now.toISOString() },
    ...{ platform: process.platform, arch: process.arch, osRelease: os.release() },
    ...{
      cpus: os.cpus().length,
      memoryMib: Math.round(os.totalmem() / 2 ** 20),
      uptimeS: Math.round(os.uptime()),
    },
  };
}

function toldHealth({ titian, desk, dependencies, devices }: HealthReport) {
  return {
    ...{ titian, desk, dependencies },
    // Without the titles and addresses that people give to devices.
    devices: devices.map(({ device, driver, health, isEnabled, counters }) => ({
      ...{ device, driver, isEnabled, health, counters },
    })),
  };
}

function healthHistory(folder: string): unknown {
  return readPresent(folder, (sql) =>
    sql
      .prepare("SELECT device, since, reasons FROM device_health ORDER BY rowid DESC LIMIT ?")
      .all(MAX_HISTORY)
      .map(({ device, since, reasons }) => ({
        device,
        since: new Date(Number(since)).toISOString(),
        reasons: JSON.parse(String(reasons)),
      })),
  );
}

function storeFacts(config: Config, now: Date) {
  const { folder } = config.store;
  const events = readPresent(folder, (sql) =>
    Object.fromEntries(
      sql
        .prepare("SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY type")
        .all()
        .map(({ type, n }) => [String(type), Number(n)]),
    ),
  );
  const backupAgesH = backupsIn(config.backup.folder, config.desk.id).map(({ at }) =>
    Math.round((now.getTime() - at.getTime()) / 3_600_000),
  );
  const isThere = statSync(folder, { throwIfNoEntry: false }) !== undefined;
  return { events: events ?? null, backupAgesH, disk: isThere ? roomOn(folder) : null };
}

function wordsOf({ config, program }: Diagnosis): OwnWords {
  const { desk, devices } = config;
  const names = new Set([
    desk.id,
    ...desk.others.map(({ id }) => id),
    ...devices.flatMap(({ id, driver }) => [id, driver]),
  ]);
  return {
    isLiteral: ownLiterals(program),
    isField: ownFields(program),
    isConfigured: (text) => names.has(text),
  };
}

function lastLines(folder: string, words: OwnWords): string {
  const files = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
  const aside = files.filter((name) => /^titian-\d{8}-\d{6}-\d+\.log$/.test(name)).toSorted();
  const newestFirst = [...aside, ...files.filter((name) => name === "titian.log")].reverse();
  const lines: string[] = [];
  for (const name of newestFirst) {
    if (lines.length >= MAX_LINES) break;
    const text = readFileSync(path.join(folder, name), "utf8").trimEnd().split("\n");
    lines.unshift(...text.slice(-(MAX_LINES - lines.length)));
  }
  return lines.flatMap((line) => toldLine(line, words) ?? []).join("\n");
}
