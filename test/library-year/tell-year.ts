import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import { CaseTimings } from "../../src/bridge/flows/case-timings.ts";
import { CaseResults } from "../../src/bridge/flows/sla/case-results.ts";
import { judgingRules } from "../../src/bridge/standard-parts.ts";
import { openEmbeddedInlislite } from "../../src/inlislite/embedded/open-embedded.ts";
import { SeededRandom } from "../../src/inlislite/embedded/random.ts";
import { type LocalDate, localDate, type MemberNo } from "../../src/kernel/types.ts";
import { LATE_REASONS } from "../../src/sla/case-event.ts";
import type { EventData, NewEvent } from "../../src/store/event-catalog.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { ANSWERED_ON, STANDARDS, setUpLibrary, YEAR } from "./library.ts";
import { StoryClock, ZONE } from "./story-clock.ts";
import type { Act } from "./story-of-case.ts";
import { type Member, WRONG_CLOCK, yearOfCases } from "./year-of-cases.ts";

/** A spreadsheet must not run it, whoever is called so. */
const FORMULA = "=cmd()";
const LONG_NAME =
  "Raden Ayu Siti Nurhaliza Kusumaningtyas Wiranatakusumah Adiningrat binti Haji Abdurrahman Wahid";

export interface ToldYear {
  readonly folder: string;
  readonly cases: number;
  readonly events: number;
}

/** Writes a whole invented year into the folder of a desk, act by act through the real store, and judges every case. */
export async function tellYear(
  folder: string,
  { seed = 20_260_101, casesPerDay }: { readonly seed?: number; readonly casesPerDay: number },
): Promise<ToldYear> {
  const clock = new StoryClock(Date.parse(`${YEAR - 1}-12-29T01:00:00Z`));
  const log = new SilentLog();
  using store = openStore({ folder, desk: "desk-1", clock, log });
  const config = demoConfig({ folder, port: 0 });
  const rules = { config, store, clock };
  setUpLibrary(rules);

  const { shelf, judgingFor } = judgingRules(rules);
  const version = (id: string, day: LocalDate) => (id === STANDARDS.new && day >= ANSWERED_ON ? 2 : 1);
  const standardOn = (id: string, day: LocalDate) => {
    const standard = shelf.find(id, version(id, day));
    if (!standard) throw new Error(`no standard ${id}`);
    return standard;
  };
  const members = await membersOf(folder, store, clock);
  const acts = yearOfCases({ seed, casesPerDay, members, standardOn });
  const cases = new Set(acts.map((act) => act.case)).size;
  tell(acts, store, clock);

  const work = { needsPhoto: () => true, route: ["cut", "laminate"] } as const;
  const timings = new CaseTimings({ store, standards: shelf, work, clock });
  const results = new CaseResults({ store, timings, judgingFor, clock, log });
  const judgeAll = (): void => {
    store.results.write([], { filled: 0 });
    results.rebuild();
  };
  judgeAll();
  giveReasons(folder, store, new SeededRandom(seed));
  judgeAll();
  return { folder, cases, events: store.events.lastSeq };
}

function tell(acts: readonly Act[], store: Store, clock: StoryClock): void {
  let month = "";
  const used = { prints: 0, spoiled: 0 };
  for (const [index, { case: id, atMs, happenings }] of acts.entries()) {
    const next = localDate(new Date(atMs), ZONE).slice(0, 7);
    if (next !== month) {
      if (month !== "") takeStock(store, used);
      Object.assign(used, { prints: 0, spoiled: 0 });
      month = next;
    }
    clock.moveTo(atMs);
    clock.setWrongBy(atMs >= WRONG_CLOCK.from && atMs < WRONG_CLOCK.until ? WRONG_CLOCK.byMs : 0);
    const today = localDate(clock.now(), ZONE);
    const operator = index % 5 === 0 ? FORMULA : "Rina P.";
    const events = happenings.map((one) => {
      // The desk gives a case the day that its own clock says.
      const data =
        one.type === "case.opened" ? { ...(one.data as EventData<"case.opened">), day: today } : one.data;
      return { stream: `case/${id}`, type: one.type, data, operator } as NewEvent;
    });
    store.events.append(events);
    for (const { type } of happenings) {
      if (type === "case.printRequested") used.prints += 1;
      if (type === "case.cardSpoiled") used.spoiled += 1;
    }
  }
  takeStock(store, used);
}

/** Once a month somebody writes down what was used. */
function takeStock({ events }: Store, { prints, spoiled }: { prints: number; spoiled: number }): void {
  const moved = (item: string, data: EventData<"stock.moved">): NewEvent => ({
    ...{ stream: `stock/${item}`, type: "stock.moved", data },
  });
  events.append([
    moved("card-paper", { kind: "receive", count: 100 }),
    moved("card-paper", { kind: "consume", count: Math.ceil(prints / 10) }),
    moved("card-paper", { kind: "adjust", count: -1, reason: "counted" }),
    moved("pouch-60x90", { kind: "receive", count: 500 }),
    moved("pouch-60x90", { kind: "consume", count: prints }),
    ...(spoiled > 0 ? [moved("pouch-60x90", { kind: "spoil", count: spoiled, reason: "damaged" })] : []),
  ]);
}

/** Three of four late cases have a reason. */
function giveReasons(folder: string, store: Store, random: SeededRandom): void {
  const sql = new DatabaseSync(path.join(folder, "titian.sqlite"), { readOnly: true });
  const late = sql.prepare(`SELECT case_id FROM case_results WHERE overall = 'late' ORDER BY case_row`).all();
  sql.close();
  for (const { case_id: id } of late) {
    if (random.next() > 0.75) continue;
    const reason = random.pick(LATE_REASONS);
    store.events.append({ stream: `case/${id}`, type: "case.lateReasonGiven", data: { reason } });
  }
}

/** The demonstration's invented members; one of them has a name that a spreadsheet would run, another a very long one. */
async function membersOf(folder: string, store: Store, clock: StoryClock): Promise<[Member, ...Member[]]> {
  const file = path.join(folder, "inlislite-demo.db");
  await (await openEmbeddedInlislite({ file, version: "3.3", clock })).close();
  const sql = new DatabaseSync(file);
  const rows = sql.prepare("SELECT ID, MemberNo FROM members WHERE ID <= 150 ORDER BY ID").all();
  const rename = sql.prepare("UPDATE members SET Fullname = ? WHERE ID = ?");
  rename.run(FORMULA, rows[0]?.["ID"] ?? 0);
  rename.run(LONG_NAME, rows[1]?.["ID"] ?? 0);
  sql.close();
  return rows.map((row) => ({
    memberId: String(row["ID"]),
    memberKey: store.memberKeyOf(String(row["MemberNo"]) as MemberNo),
  })) as unknown as [Member, ...Member[]];
}
