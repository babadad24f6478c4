import { type Pointer, trusted } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import { withWriteLock } from "../../store/database.ts";
import { newestSchema } from "../../store/migrations.ts";
import { restoreStore } from "../../store/restore.ts";
import { restoredSince, settleRestore } from "../../store/restore-swap.ts";
import { workSince } from "../../store/work-since.ts";
import type { LeftBehind } from "./launched.ts";
import { forgetSwitch, readSwitch, type Switch } from "./switch-record.ts";

interface Around {
  readonly versions: string;
  /** The version that runs now. */
  readonly running: string;
  readonly store: string;
  readonly desk: string;
  readonly at: Date;
  readonly log: Logger;
  /** Whoever waits for this start is told that a large store takes longer, before it is put back. */
  readonly takesLonger?: () => Promise<void>;
}

/**
 * Before the store is opened: whether this version runs because a newer one was left behind, and whether that one has changed the
 * store into what this version cannot read. Nobody worked in it: the backup of before comes back. Somebody did: no record is
 * given up for a version, so the newer one goes on, and `forward` says that it has to start. Whoever tells of what was left
 * behind forgets the switch.
 */
export async function settleSwitch(
  around: Around,
  signal: AbortSignal,
): Promise<LeftBehind | "forward" | undefined> {
  const { versions, running } = around;
  const pointer = readPointer(versions);
  const record = readSwitch(versions);
  if (!pointer || !record || record.to === running || pointer.trial) return undefined;
  const failure = pointer.failed.findLast(({ version }) => version === record.to);
  if (!failure) {
    // A newer package came in between.
    forgetSwitch(versions);
    return undefined;
  }
  const outcome = await putStoreBack(around, record, signal);
  if (outcome === "worked-in") {
    around.log.error("the store can only be read by the version that was left behind", {
      version: record.to,
    });
    writePointer(versions, goingForward(pointer, record));
    return "forward";
  }
  // Also where the power failed after the restore, and before the store was opened.
  const restored = outcome === "restored" || restoredSince(around.store) !== undefined;
  return { version: record.to, why: failure.why, restored };
}

async function putStoreBack(
  { store, desk, at, log, takesLonger }: Around,
  { backup, lastSeq }: Switch,
  signal: AbortSignal,
): Promise<"readable" | "restored" | "worked-in"> {
  // The power may have failed while it was put back: the store is not in its place before that is finished.
  withWriteLock(store, () => settleRestore(store));
  const { schema, worked } = workSince(store, desk, lastSeq);
  if (schema <= newestSchema()) return "readable";
  if (worked > 0) return "worked-in";
  await takesLonger?.();
  try {
    const { aside } = await restoreStore({ folder: store, backup, desk, at, isSameWork: true }, signal);
    log.warn("the store is as it was before the update", { aside: aside ?? "none", schema });
    return "restored";
  } catch (error) {
    // Without a whole backup the newer version is the only one that reads what is there.
    log.error("the backup of before the update cannot be used", { code: TitianError.from(error).code });
    return "worked-in";
  }
}

/** As if it had been confirmed: that it was not well is remembered by the log, and a newer version is welcome. */
const goingForward = (pointer: Pointer, { from, to }: Switch): Pointer => ({
  ...trusted(pointer),
  current: to,
  previous: from,
  failed: pointer.failed.filter(({ version }) => version !== to),
});
