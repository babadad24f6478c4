import path from "node:path";
import type { Config } from "../../../../src/bridge/config/schema.ts";
import { complaintRetention } from "../../../../src/bridge/flows/complaints/complaint-retention.ts";
import { ComplaintStatistics } from "../../../../src/bridge/flows/complaints/complaint-statistics.ts";
import { ComplaintTexts } from "../../../../src/bridge/flows/complaints/complaint-texts.ts";
import { ComplaintTimings } from "../../../../src/bridge/flows/complaints/complaint-timings.ts";
import { Complaints, type Received } from "../../../../src/bridge/flows/complaints/complaints.ts";
import { HeldTime } from "../../../../src/bridge/flows/held-time.ts";
import type { Retention } from "../../../../src/bridge/flows/retention.ts";
import { judgingRules } from "../../../../src/bridge/standard-parts.ts";
import type { ComplaintId, LocalDate } from "../../../../src/kernel/types.ts";
import type { AnswerChannel } from "../../../../src/sla/complaint.ts";
import type { Store } from "../../../../src/store/store.ts";
import { ManualClock } from "../../../harness/manual-clock.ts";
import type { SilentLog } from "../../../harness/silent-log.ts";
import { openTestStore, temporaryFolder } from "../../../store/test-store.ts";

export const LEBAK = "id.lebak.pembuatan-kta";
/** Monday to Friday 08.00 to 16.00. */
const OFFICE = [["08:00", "16:00"]] as [string, string][];
export const HOURS = {
  ...{ mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: [], sun: [] },
};

/** What the daemon is made of as far as complaints go, on a real store; off and on again with the clock of its battery. */
export class ComplaintDesk {
  readonly folder = temporaryFolder();
  readonly keepDays: number;
  clock: ManualClock;
  store!: Store;
  log!: SilentLog;
  complaints!: Complaints;
  texts!: ComplaintTexts;
  statistics!: ComplaintStatistics;
  retention!: Retention;
  #boot = 0;

  constructor(start: Date, keepDays = 30) {
    this.keepDays = keepDays;
    this.clock = new ManualClock(start);
    this.switchOn(start);
  }

  switchOn(wall: Date): void {
    this.store?.close();
    const clock = new ManualClock(wall, `boot-${++this.#boot}`);
    const { store, log } = openTestStore(this.folder, clock);
    const library = { timeZone: "Asia/Jakarta", standard: LEBAK } as Config["library"];
    const { shelf: standards, calendar } = judgingRules({ config: { library }, store, clock });
    const texts = new ComplaintTexts(store);
    const timings = new ComplaintTimings({ store, standards, calendar, clock });
    const parts = { store, standards, calendar, texts, timings, clock, log, timeZone: "Asia/Jakarta" };
    Object.assign(this, { clock, store, log, texts });
    this.complaints = new Complaints(parts);
    this.statistics = new ComplaintStatistics(parts);
    const held = new HeldTime(path.join(this.folder, "held-complaints.json"), clock);
    this.retention = complaintRetention({ ...parts, held, keepDays: this.keepDays });
    if (calendar.basis === "assumed") {
      const { version, ...document } = calendar.document();
      calendar.save({ ...document, weekly: HOURS, closures: [] }, version);
    }
  }

  receive(more: Partial<Received> = {}): ComplaintId {
    const complaint = crypto.randomUUID() as ComplaintId;
    this.complaints.receive({
      ...{ complaint, channel: "box", subject: "waiting-time", standard: LEBAK, text: "rekaan" },
      ...{ name: undefined, contact: undefined, case: undefined, receivedAt: undefined },
      ...more,
    });
    return complaint;
  }

  answer(id: ComplaintId, by: AnswerChannel = "phone", text?: string): void {
    this.complaints.answer(id, by, text);
  }

  /** Days of February 2026 unless it is said otherwise. */
  figures(from = "2026-02-01", to = "2026-02-28") {
    const days = { from: from as LocalDate, to: to as LocalDate };
    return this.statistics.figures(days, new AbortController().signal);
  }
}
