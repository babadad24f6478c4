import path from "node:path";
import process from "node:process";
import { drivers } from "../../../drivers/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Config } from "../config/schema.ts";
import { diagnosisBundle } from "../diagnosis/bundle.ts";
import type { Language } from "../messages/messages.ts";
import { VERSION } from "../release.ts";
import { askDaemon } from "./devices.ts";
import { runDoctor } from "./doctor.ts";
import type { NewFile } from "./write-out.ts";

const METRICS_WITHIN_MS = 5_000;

interface Wishes {
  readonly config: Config;
  readonly out: NewFile;
  readonly language: Language;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Writes one file that a technician may send to anybody. */
export async function diagnose(wishes: Wishes, signal: AbortSignal): Promise<string> {
  const { config, out, language, clock, log } = wishes;
  const findings = await runDoctor({ config, drivers, clock, log, language }, signal);
  const bytes = diagnosisBundle({
    ...{ config, findings, version: VERSION, now: clock.now(), program: programFolders() },
    health: await askDaemon(config.server.port, signal),
    metrics: await metricsOf(config.server.port, signal),
  });
  out.write(bytes);
  return `${WRITTEN[language]}\n${out.file}`;
}

/** The sources in a clone, the bundle in a release. */
export function programFolders(entry = process.argv[1] ?? ""): readonly string[] {
  if (entry.endsWith(".mjs")) return [path.dirname(entry)];
  const root = path.resolve(import.meta.dirname, "../../..");
  return ["src", "drivers"].map((name) => path.join(root, name));
}

async function metricsOf(port: number, signal: AbortSignal): Promise<string | undefined> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(METRICS_WITHIN_MS)]);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: within, redirect: "error" });
    return response.ok ? await response.text() : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

const WRITTEN = {
  id: "Ditulis tanpa nama, nomor, foto, alamat, dan sandi. Berkas ini boleh dikirim ke pembuat Titian:",
  en: "Written without names, numbers, photos, addresses or passwords. This file may be sent to Titian's makers:",
};
