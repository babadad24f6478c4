import { Poll } from "../../src/inlislite/sync/poll.ts";
import { type Measurement, median, msOf } from "../measurement.ts";
import { manyMembers, mirroredMembers, never } from "./many-members.ts";

const ROUNDS = 5;

/** One poll of a million members of whom `changes` were just saved, against those rows read by their ids. */
export async function poll(changes: number): Promise<Measurement> {
  const { run, bare } = await manyMembers();
  const parts = await mirroredMembers();
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const poller = new Poll(parts);
    const first = 1 + Math.floor(Math.random() * 900_000);
    const last = first + changes - 1;
    if (changes > 0)
      await run(
        `UPDATE members SET EndDate = EndDate + INTERVAL 1 DAY, UpdateDate = NOW() WHERE ID BETWEEN ${first} AND ${last}`,
      );
    // What earlier rounds changed is settled first: a desk's poller has seen it.
    if (changes === 0) await poller.round(await parts.feed.head(never), () => undefined, never);
    let told = 0;
    ours.push(
      await msOf(async () =>
        poller.round(
          await parts.feed.head(never),
          (found) => {
            told += found.length;
          },
          never,
        ),
      ),
    );
    if (told < changes) throw new Error(`told of ${told} of ${changes}`);
    floor.push(await msOf(() => bare.query(rowsBetween(first, last))));
    await run(
      "UPDATE members SET UpdateDate = '2025-01-01 08:00:00' WHERE UpdateDate > NOW() - INTERVAL 1 HOUR",
    );
    await poller.round(await parts.feed.head(never), () => undefined, never);
  }
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}

const rowsBetween = (first: number, last: number): string =>
  last < first
    ? "SELECT MAX(ID), (SELECT MAX(UpdateDate) FROM members) FROM members"
    : `SELECT ID, MemberNo, Fullname, EndDate, UpdateDate FROM members WHERE ID BETWEEN ${first} AND ${last}`;
