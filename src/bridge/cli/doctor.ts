import { backup } from "./checks/backup.ts";
import { cameras } from "./checks/cameras.ts";
import { cardDesigns } from "./checks/card-designs.ts";
import type { Check, CheckSurroundings, Finding, Outcome } from "./checks/check.ts";
import { content } from "./checks/content.ts";
import { devices } from "./checks/devices.ts";
import { disk } from "./checks/disk.ts";
import { erasures } from "./checks/erasures.ts";
import { exchange } from "./checks/exchange.ts";
import { folders } from "./checks/folders.ts";
import { inlislite } from "./checks/inlislite.ts";
import { mail } from "./checks/mail.ts";
import { mirror } from "./checks/mirror.ts";
import { network } from "./checks/network.ts";
import { photo } from "./checks/photo.ts";
import { port } from "./checks/port.ts";
import { rights } from "./checks/rights.ts";
import { runtime } from "./checks/runtime.ts";
import { serviceUnit } from "./checks/service-unit.ts";
import { site } from "./checks/site.ts";
import { store } from "./checks/store.ts";
import { updates } from "./checks/updates.ts";
import { windowsService } from "./checks/windows-service.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";

/** In the order in which a fault explains the ones after it. */
const CHECKS: readonly Check[] = [
  runtime,
  serviceUnit,
  windowsService,
  updates,
  disk,
  rights,
  store,
  content,
  cardDesigns,
  backup,
  folders,
  port,
  site,
  inlislite,
  photo,
  mirror,
  exchange,
  erasures,
  network,
  mail,
  cameras,
  devices,
];

const CHECK_WITHIN_MS = 30_000;

/** Looks at everything and changes nothing. A check that breaks is a finding, not an end. */
export async function runDoctor(
  surroundings: CheckSurroundings,
  signal: AbortSignal,
  checks: readonly Check[] = CHECKS,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [
    {
      check: "config",
      outcome: "ok",
      what: { id: "lengkap dan benar", en: "complete and right" }[surroundings.language],
    },
  ];
  for (const check of checks) {
    const within = AbortSignal.any([signal, AbortSignal.timeout(CHECK_WITHIN_MS)]);
    findings.push(
      ...(await check
        .run(surroundings, within)
        .catch((error: unknown) => [broken(check, error, surroundings)])),
    );
  }
  return findings;
}

function broken({ name }: Check, error: unknown, { language }: CheckSurroundings): Finding {
  const { code, name: kind } = error as { readonly code?: string; readonly name?: string };
  const broke = { id: "pemeriksaannya sendiri gagal", en: "the check itself broke" }[language];
  return { check: name, outcome: "fail", what: `${broke} (${code ?? kind ?? "?"})` };
}

const MARKS: Readonly<Record<Outcome, string>> = { ok: "✓", warn: "!", fail: "✗" };

/** One line per finding, and under it what to do. */
export function doctorText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return findings
    .flatMap(({ check, outcome, what, mend }) => [
      `${MARKS[outcome]} ${check.padEnd(width)}  ${what}`,
      ...(mend === undefined ? [] : [`${" ".repeat(width + 4)}→ ${mend}`]),
    ])
    .join("\n");
}

export const doctorJson = (findings: readonly Finding[]): string =>
  JSON.stringify({ findings }, undefined, 2);

export function doctorExit(findings: readonly Finding[]): ExitCode {
  return findings.some(({ outcome }) => outcome === "fail") ? EXIT.problemsFound : EXIT.stopped;
}
