import { Compare } from "../../src/inlislite/sync/compare.ts";
import { type Measurement, median, msOf } from "../measurement.ts";
import { type ManyMembers, manyMembers, mirroredMembers, never } from "./many-members.ts";

/** As `sync.comparedRowsPerSecond` has it. */
const DEFAULT_PACE = 2_000;
const LISTENED_MS = 10_000;
const EVERY_MS = 20;

/** A whole pass over a million rows without a rest, against one bare query that computes the simplest checksum of them. */
export async function pass(): Promise<Measurement> {
  const { bare } = await manyMembers();
  const compare = new Compare(await mirroredMembers(), Number.POSITIVE_INFINITY);
  compare.restart();
  const ours = await msOf(async () => {
    for (let isEnd = false; !isEnd; ) ({ isEnd } = await compare.step(never));
  });
  const floor = await msOf(() =>
    bare.query(
      "SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS('#', ID, MemberNo, EndDate, StatusAnggota_id, PhotoUrl, JenisAnggota_id))) FROM members",
    ),
  );
  return { ours: ours / 1_000, floor: floor / 1_000, unit: "s" };
}

/** What INLISLite's own queries take while the pass runs at its usual pace, against the same queries left alone. */
export async function beside(): Promise<Measurement> {
  const members = await manyMembers();
  const parts = await mirroredMembers();
  const alone = await queries(members);
  const compare = new Compare(parts, DEFAULT_PACE);
  compare.restart();
  const stop = new AbortController();
  const passing = (async () => {
    while (!stop.signal.aborted) {
      const { restMs } = await compare.step(never);
      await parts.clock.sleep(restMs, stop.signal).catch(() => undefined);
    }
  })();
  const disturbed = await queries(members);
  stop.abort();
  await passing;
  return { ours: median(disturbed), floor: median(alone), unit: "ms" };
}

/** The number a clerk scans, and a page of the list, again and again. */
async function queries({ bare }: ManyMembers): Promise<readonly number[]> {
  const times: number[] = [];
  for (const untilMs = performance.now() + LISTENED_MS; performance.now() < untilMs; ) {
    const id = 1 + Math.floor(Math.random() * 900_000);
    times.push(
      await msOf(() =>
        bare.query("SELECT ID, MemberNo, Fullname, EndDate FROM members WHERE ID > ? ORDER BY ID LIMIT 500", [
          id,
        ]),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return times;
}
