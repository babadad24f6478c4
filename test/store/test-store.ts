import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { NewJob } from "../../src/cards/print-job.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import type { CaseId, DeviceId, MemberKey } from "../../src/kernel/types.ts";
import type { EventData, NewEvent } from "../../src/store/event-catalog.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestStore {
  readonly store: Store;
  readonly folder: string;
  readonly clock: ManualClock;
  readonly log: SilentLog;
}

export function openTestStore(
  folder = temporaryFolder(),
  clock = new ManualClock(),
  desk = "desk-1",
): TestStore {
  const log = new SilentLog();
  const store = openStore({ folder, desk, clock, log });
  onTestFinished(() => store.close());
  return { store, folder, clock, log };
}

/** The code of what `work` throws, so that a test reads as one line. */
export function codeOf(work: () => unknown): ErrorCode | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof TitianError) return error.code;
    throw error;
  }
}

export const SOME_KEY = "ab".repeat(32) as MemberKey;

export const newCaseId = (clock: ManualClock): CaseId => uuidV7(clock) as CaseId;

export function opened(caseId: CaseId, data: Partial<EventData<"case.opened">> = {}): NewEvent {
  return {
    stream: `case/${caseId}`,
    type: "case.opened",
    data: {
      kind: "new",
      channel: "in-person",
      standardId: "lebak-kartu-anggota",
      standardVersion: 1,
      memberId: "4711",
      memberKey: SOME_KEY,
      ticket: "A-001",
      ...data,
    },
  };
}

/** A card for a member whom nobody has opened a case for; tests say what matters to them. */
export function wantedJob(more: Partial<NewJob> = {}): NewJob {
  return {
    requestKey: crypto.randomUUID(),
    case: undefined,
    memberId: undefined,
    memberKey: SOME_KEY,
    printer: "desk-1-printer" as DeviceId,
    priority: "desk",
    batch: undefined,
    template: "default",
    templateVersion: undefined,
    reprintOf: undefined,
    reprintReason: undefined,
    ...more,
  };
}
