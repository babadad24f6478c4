import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDeepStrictEqual } from "node:util";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { openStore, rebuildStore } from "../../src/store/store.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { dumpOf } from "../store/projection-dump.ts";
import type { CrashDesk, Traces } from "./crash-desk.ts";
import { type Ledger, type LoggedJob, ledgerOf } from "./ledger-of.ts";
import type { Notebook } from "./notebook.ts";

export interface Verdict {
  readonly breaches: readonly string[];
  readonly jobs: number;
  readonly cardsOut: number;
  readonly foundIn: ReadonlyMap<string, number>;
}

/** After `settled` no daemon has anything left to do of itself. */
export type Rest = "settled" | "unsettled";

const NOT_MOVED = ["accepted", "rendered", "verified", "cancelled"];
const NEEDS_A_CARD = ["reported", "confirmed"];
const NOTHING: Traces = { fed: 0, out: 0 };

/** What the log, the trays and the clerks' notebook say of each other, while no daemon runs. */
export function verdictOn(desk: CrashDesk, notebook: Notebook, rest: Rest): Verdict {
  const { folder } = desk.folder.config.store;
  const store = openStore({ folder, desk: "desk-1", clock: new SystemClock(), log: new SilentLog() });
  const ledger = ledgerOf(store.events.readAll());
  const askedAbout = new Set<string>(store.jobs.mayBeInTray().map(({ job }) => job));
  store.close();

  const { traces } = desk;
  const jobs = [...ledger.jobs.values()];
  const tracesOf = ({ job }: LoggedJob): Traces => traces.get(job) ?? NOTHING;
  const breaches = [
    ...lost(notebook, ledger),
    ...keysWithTwoJobs(jobs),
    ...[...traces.keys()].filter((job) => !ledger.jobs.has(job)).map((job) => `card of unknown job ${job}`),
    ...jobs.flatMap((job) => contradiction(job, tracesOf(job))),
    ...secondCards(jobs, ledger, tracesOf),
    ...wronglyTold(ledger),
    ...(rest === "settled" ? restless(jobs, ledger, askedAbout) : []),
    ...storeFaults(folder),
  ];
  const cardsOut = [...traces.values()].reduce((sum, { out }) => sum + out, 0);
  return { breaches, jobs: jobs.length, cardsOut, foundIn: ledger.foundIn };
}

/** Acknowledged and not there, or there under another key. */
function lost({ wishes }: Notebook, { jobs }: Ledger): readonly string[] {
  return wishes.flatMap(({ requestKey, answer }) =>
    answer && jobs.get(answer.job)?.requestKey !== requestKey
      ? [`accepted job ${answer.job} of key ${requestKey} is lost`]
      : [],
  );
}

function keysWithTwoJobs(jobs: readonly LoggedJob[]): readonly string[] {
  const keys = jobs.map(({ requestKey }) => requestKey);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `key ${key} has two jobs`);
}

/** More cards than one, or a state that the printer's book belies. The ledger may claim less than the book, never more. */
function contradiction({ job, state, ink }: LoggedJob, { fed, out }: Traces): readonly string[] {
  const hasMoved = !NOT_MOVED.includes(state) && !(state === "failed" && ink === "none");
  return [
    ...(fed > 1 || out > 1 ? [`job ${job} took ${fed} blanks and put out ${out} cards`] : []),
    ...(fed > 0 && !hasMoved ? [`job ${job} is ${state} although a card was taken for it`] : []),
    ...(out === 0 && NEEDS_A_CARD.includes(state) ? [`job ${job} is ${state} without a card`] : []),
  ];
}

/** A card that nobody gave a reason for, although one of the same case, or in a first service of the member, had been started. */
function secondCards(
  jobs: readonly LoggedJob[],
  { kinds }: Ledger,
  tracesOf: (job: LoggedJob) => Traces,
): readonly string[] {
  const started = new Set<string | null>();
  return jobs.flatMap((job) => {
    if (tracesOf(job).fed === 0) return [];
    const isFirstService = kinds.get(job.case ?? "") === "new";
    const isSecond = started.has(job.case) || (isFirstService && started.has(job.memberKey));
    started.add(job.case);
    // A spoiled card is no card any more for another case.
    if (job.state !== "spoiled") started.add(job.memberKey);
    return isSecond && job.reprintReason === null
      ? [`job ${job.job} printed a second card without a reason`]
      : [];
  });
}

/** A case hears of a proved card once, and of none that is not. */
function wronglyTold({ jobs, proved }: Ledger): readonly string[] {
  return [...proved].flatMap(([caseId, told]) => [
    ...(new Set(told).size === told.length ? [] : [`case ${caseId} was told twice of one card`]),
    ...told
      .filter((job) => !["confirmed", "spoiled"].includes(jobs.get(job)?.state ?? ""))
      .map((job) => `case ${caseId} was told that ${job} is proved`),
  ]);
}

function restless(jobs: readonly LoggedJob[], ledger: Ledger, askedAbout: ReadonlySet<string>) {
  const newest = new Map(jobs.map((job) => [job.case, job]));
  return jobs.flatMap(({ job, case: caseId, state }) => {
    const isOpen = caseId !== null && !ledger.closed.has(caseId);
    const isNewest = newest.get(caseId)?.job === job;
    if (["accepted", "rendered", "verified", "spooling", "spooled"].includes(state))
      return [`job ${job} is left in ${state}`];
    if (isOpen && isNewest && state === "vanished" && !askedAbout.has(job))
      return [`nobody is asked about vanished job ${job}`];
    if (isOpen && isNewest && state === "confirmed" && !ledger.proved.get(caseId)?.includes(job))
      return [`case ${caseId} was not told that ${job} is proved`];
    return [];
  });
}

/** The file is whole, and every table says what the log says. */
function storeFaults(folder: string): readonly string[] {
  const sql = new DatabaseSync(path.join(folder, "titian.sqlite"), { readOnly: true });
  const said = sql
    .prepare("PRAGMA integrity_check")
    .all()
    .map((row) => String(row["integrity_check"]));
  sql.close();
  const live = dumpOf(folder);
  rebuildStore(folder);
  return [
    ...(said.join() === "ok" ? [] : [`SQLite says ${said.join("; ")}`]),
    ...(isDeepStrictEqual(dumpOf(folder), live) ? [] : ["the rebuilt tables differ from the live ones"]),
  ];
}
