import path from "node:path";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { MemberKey, MemberNo } from "../kernel/types.ts";
import { afterRestore } from "./after-restore.ts";
import { type BackupMade, backupStore } from "./backup.ts";
import { SqliteBatchStore } from "./batch-store.ts";
import { CalendarStore } from "./calendar-store.ts";
import { CalibrationStore } from "./calibrations.ts";
import { CaseResultStore } from "./case-results.ts";
import { CaseStore } from "./case-store.ts";
import { ComplaintStore } from "./complaint-store.ts";
import { ContentFiles } from "./content-files.ts";
import { CounterStore } from "./counters.ts";
import { openDatabase } from "./database.ts";
import { DesignStore } from "./design-store.ts";
import { DeviceHealthStore } from "./device-health.ts";
import { DeviceSettingsStore } from "./device-settings.ts";
import { ErasureStore } from "./erasures.ts";
import { type Actor, EventLog } from "./event-log.ts";
import { ExchangeSeal } from "./exchange-seal.ts";
import { FinishingStore } from "./finishing-store.ts";
import { HandoverFileStore } from "./handover-files.ts";
import { Inbox, readAgain } from "./inbox.ts";
import { JobOverview } from "./job-overview.ts";
import { SqliteJobStore } from "./job-store.ts";
import { MemberFiles } from "./member-files.ts";
import { memberKeyOf } from "./member-key.ts";
import { OperatorStore } from "./operator-store.ts";
import { Outbox } from "./outbox.ts";
import { PairingStore } from "./pairings.ts";
import { PhotoFileStore } from "./photo-files.ts";
import { Projector } from "./projector.ts";
import { SqliteQueuePauses } from "./queue-pauses.ts";
import { rebuild } from "./rebuild.ts";
import { restoredSince } from "./restore-swap.ts";
import { ResultFigures } from "./result-figures.ts";
import { openSiteKey } from "./site-key.ts";
import { StandardStore } from "./standard-store.ts";
import { StockStore } from "./stock-store.ts";
import { SurveyStore } from "./survey-store.ts";
import { TicketStore } from "./ticket-store.ts";
import { Vault } from "./vault.ts";
import { VoidedCardStore } from "./voided-cards.ts";

export interface StoreOptions {
  /** Made on the first start, for its owner alone. On a local disk: file locks do not hold on every network share. */
  readonly folder: string;
  /** `[a-z0-9-]{1,40}`, for example `desk-1`. */
  readonly desk: string;
  /** Queue numbers begin with it, `A` where nothing is said. */
  readonly letter?: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Who is signed in and asked for what happens now. */
  readonly actor?: Actor;
}

/** Everything durable, behind one door. */
export interface Store extends Disposable {
  readonly events: EventLog;
  readonly jobs: SqliteJobStore;
  readonly jobOverview: JobOverview;
  readonly queuePauses: SqliteQueuePauses;
  readonly batches: SqliteBatchStore;
  readonly calibrations: CalibrationStore;
  readonly cases: CaseStore;
  /** Numbers of the queue. */
  readonly tickets: TicketStore;
  /** What cases came to, as judged last. */
  readonly results: CaseResultStore;
  readonly figures: ResultFigures;
  readonly voided: VoidedCardStore;
  readonly pairings: PairingStore;
  readonly deviceHealth: DeviceHealthStore;
  readonly deviceSettings: DeviceSettingsStore;
  readonly designs: DesignStore;
  readonly designFiles: ContentFiles;
  readonly standards: StandardStore;
  readonly standardFiles: ContentFiles;
  readonly calendar: CalendarStore;
  readonly complaints: ComplaintStore;
  /** Where printed cards lie, and the laminators. */
  readonly finishing: FinishingStore;
  readonly stock: StockStore;
  readonly survey: SurveyStore;
  readonly operators: OperatorStore;
  /** To and from the database that the library's desks share. */
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly counters: CounterStore;
  readonly exchangeSeal: ExchangeSeal;
  readonly vault: Vault;
  readonly photoFiles: PhotoFileStore;
  readonly handoverFiles: HandoverFileStore;
  readonly memberFiles: MemberFiles;
  readonly erasures: ErasureStore;
  memberKeyOf(memberNo: MemberNo): MemberKey;
  /** A verified copy in a folder of its own inside `into`, while the store is in use; see `backupStore`. */
  backup(into: string, titian: string, signal: AbortSignal): Promise<BackupMade>;
  /** May be called twice. */
  close(): void;
}

/** Throws `STORE_LOCKED`, `STORE_CORRUPT`, `STORE_NEWER`, `STORE_FULL`, `STORE_UNUSABLE` or `STORE_KEY_…`. */
export function openStore({ folder, desk, letter = "A", clock, log, actor }: StoreOptions): Store {
  const startedMs = clock.monotonicMs();
  const db = openDatabase({ folder });
  try {
    const siteKey = openSiteKey(db);
    const vault = new Vault({ folder: path.join(folder, "vault"), siteKey, clock });
    vault.open();
    const designFiles = new ContentFiles(path.join(folder, "designs"), {
      ...{ missing: "DESIGN_FILE_MISSING", damaged: "DESIGN_FILE_DAMAGED" },
    });
    const standardFiles = new ContentFiles(path.join(folder, "standards"), {
      ...{ missing: "STANDARD_FILE_MISSING", damaged: "STANDARD_FILE_DAMAGED" },
    });
    for (const files of [designFiles, standardFiles]) files.open();
    const understood = readAgain(db);
    if (understood > 0) log.info("other desks' events understood since the update", { events: understood });
    const projector = new Projector(db);
    const { resumeAfter = 0 } = restoredSince(folder) ?? {};
    const events = new EventLog({ db, desk, clock, log, projector, resumeAfter, ...(actor && { actor }) });
    const jobs = new SqliteJobStore({ db, events, desk, clock });
    const queuePauses = new SqliteQueuePauses({ db, events, desk });
    afterRestore(folder, { events, jobs, pauses: queuePauses, desk, log });
    const seal = new ExchangeSeal(siteKey);
    log.info("store opened", { events: events.lastSeq, tookMs: clock.monotonicMs() - startedMs });
    return {
      events,
      jobs,
      jobOverview: new JobOverview(db, desk),
      queuePauses,
      batches: new SqliteBatchStore({ db, events, desk, clock }),
      calibrations: new CalibrationStore(db, events, desk),
      cases: new CaseStore(db, events, letter),
      tickets: new TicketStore(db),
      results: new CaseResultStore(db),
      figures: new ResultFigures(db),
      voided: new VoidedCardStore(db),
      pairings: new PairingStore(db, events),
      deviceHealth: new DeviceHealthStore(db, events),
      deviceSettings: new DeviceSettingsStore(db, events, desk),
      designs: new DesignStore(db, events, desk),
      designFiles,
      standards: new StandardStore(db, events, desk),
      standardFiles,
      calendar: new CalendarStore(db, events, desk),
      complaints: new ComplaintStore(db, events, { desk, letter }),
      finishing: new FinishingStore(db, desk),
      stock: new StockStore(db, desk),
      survey: new SurveyStore(db, events),
      operators: new OperatorStore(db, events, desk),
      outbox: new Outbox({ db, events, desk, seal }),
      inbox: new Inbox({ db, events, projector, desk, seal }),
      counters: new CounterStore(db, events, desk),
      exchangeSeal: seal,
      vault,
      photoFiles: new PhotoFileStore(db, desk),
      handoverFiles: new HandoverFileStore(db, desk),
      memberFiles: new MemberFiles(db, vault),
      erasures: new ErasureStore(db, events),
      memberKeyOf: (memberNo) => memberKeyOf(siteKey, memberNo),
      backup: (into, titian, signal) => backupStore(db, into, signal, { desk, titian, at: clock.now() }),
      close: () => db.close(),
      [Symbol.dispose]: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** For `titian store rebuild`, while no daemon runs. Returns how many events were replayed. */
export function rebuildStore(folder: string): number {
  using db = openDatabase({ folder });
  return rebuild(db);
}
