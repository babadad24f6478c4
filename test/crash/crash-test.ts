import { createCanvas } from "@napi-rs/canvas";
import type { MemberView } from "../../src/bridge/protocol/shapes.ts";
import { SeededRandom } from "../../src/inlislite/embedded/random.ts";
import { Clerk } from "../harness/clerk.ts";
import type { DaemonProcess } from "../harness/daemon-process.ts";
import { ClerkAtRandom } from "./clerk-at-random.ts";
import { CrashDesk } from "./crash-desk.ts";
import { DURING_START, nextMoment, untilAtWork, untilDuringStart } from "./kill-moment.ts";
import { Notebook } from "./notebook.ts";
import { untilSettled } from "./settling.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

/** How many clerks ask at once. */
const CLERKS = 3;
/** On a machine with other work too. */
const READY_WITHIN_MS = 120_000;
/** The store is looked at from outside after every so many kills, and at the end. */
const LOOK_EVERY = 50;

export interface CrashOptions {
  readonly kills: number;
  readonly seed: number;
  /** The file that the daemon is started from, else its sources. */
  readonly entry?: string;
  readonly onKill?: (kills: number) => void;
}

export interface CrashReport extends Verdict {
  readonly kills: number;
  readonly starts: number;
  readonly wishes: number;
  readonly replayed: number;
  readonly refusals: ReadonlyMap<string, number>;
}

/** One desk, killed and started again; stops early at the first breach. */
export async function crashTest({ kills, seed, entry, onKill }: CrashOptions): Promise<CrashReport> {
  await using desk = await CrashDesk.start(entry);
  const random = new SeededRandom(seed);
  const notebook = new Notebook();
  const photo = portrait();
  const members = await someMembers(desk);

  let killed = 0;
  let startMs = 1_000;
  while (killed < kills && notebook.breaches.length === 0) {
    startMs = await oneLife({ desk, random, notebook, photo, members, startMs });
    killed += 1;
    onKill?.(killed);
    if (killed % LOOK_EVERY === 0) notebook.breaches.push(...verdictOn(desk, notebook, "unsettled").breaches);
  }
  await untilSettled(desk, notebook);
  const verdict = verdictOn(desk, notebook, "settled");
  return {
    ...verdict,
    ...{ kills: killed, starts: killed + 2, wishes: notebook.wishes.length },
    ...{ replayed: notebook.replayed, refusals: notebook.refusals },
    breaches: [...new Set([...notebook.breaches, ...verdict.breaches])],
  };
}

interface Life {
  readonly desk: CrashDesk;
  readonly random: SeededRandom;
  readonly notebook: Notebook;
  readonly members: readonly MemberView[];
  readonly photo: Uint8Array;
  /** How long the daemon before took to listen. */
  readonly startMs: number;
}

/** Resolves to how long this one took to listen, or the one before where it did not live so long. */
async function oneLife(life: Life): Promise<number> {
  const { desk, random, notebook } = life;
  const moment = nextMoment(random);
  const bornMs = performance.now();
  const daemon = desk.folder.run();
  let { startMs } = life;
  if (moment === DURING_START) await untilDuringStart(startMs, random);
  else {
    await daemon.ready(READY_WITHIN_MS);
    startMs = performance.now() - bornMs;
    const { client } = daemon;
    const clerks = Array.from({ length: CLERKS }, () => new ClerkAtRandom({ ...life, client }).work());
    await untilAtWork(moment, daemon, random);
    daemon.signal("SIGKILL");
    await Promise.all(clerks);
  }
  await endOf(daemon, notebook);
  return startMs;
}

async function endOf(daemon: DaemonProcess, notebook: Notebook): Promise<void> {
  const { code, signal } = await daemon.kill();
  if (signal !== "SIGKILL") notebook.breach(`the daemon ended by itself with ${code}: ${daemon.stderr}`);
  for (const line of daemon.errors) notebook.breach(`the daemon logged ${line}`);
}

async function someMembers(desk: CrashDesk): Promise<readonly MemberView[]> {
  const daemon = desk.folder.run();
  await daemon.ready(READY_WITHIN_MS);
  const found = await new Clerk(daemon).anyMembers();
  await daemon.terminate();
  return found.filter(({ status, isValidToday }) => status === "active" && isValidToday);
}

function portrait(): Uint8Array {
  const canvas = createCanvas(300, 400);
  const context = canvas.getContext("2d");
  context.fillStyle = "#c8d2cc";
  context.fillRect(0, 0, 300, 400);
  context.fillStyle = "#8a5f43";
  context.fillRect(100, 110, 100, 140);
  return canvas.toBuffer("image/jpeg", 85);
}
