import { type Measurement, msOf } from "../measurement.ts";
import { manyMembers, mirroredMembers } from "./many-members.ts";

/** As clerks type: starts of words, common and rare, in any order, and starts of numbers. */
const TEXTS = [
  ...["si", "sit", "siti", "siti les", "santoso ayu", "ratna wi", "zak", "muhammad", "nur a", "sri lestari"],
  ...[
    "bakilu",
    "wulan rasi",
    "gogo",
    "kambuaya",
    "01",
    "0123",
    "0124000",
    "0125000001234",
    "tidak ada",
    "hid",
  ],
];
const LIMIT = 20;
/** INLISLite's own way takes a second each. */
const FLOOR_TEXTS = 6;
const ROUNDS = 25;

/** One search of a million members in the mirror, against INLISLite's own `LIKE '%…%'` on its server. */
export async function search(quantile: number): Promise<Measurement> {
  const { bare } = await manyMembers();
  const { mirror } = await mirroredMembers();
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const text of TEXTS) {
      const startMs = performance.now();
      mirror.search({ text, limit: LIMIT });
      ours.push(performance.now() - startMs);
    }
  for (const text of TEXTS.slice(0, FLOOR_TEXTS)) {
    const like = `%${text}%`;
    floor.push(
      await msOf(() =>
        bare.query(
          "SELECT ID, MemberNo, Fullname FROM members WHERE MemberNo LIKE ? OR Fullname LIKE ? ORDER BY Fullname LIMIT ?",
          [like, like, LIMIT],
        ),
      ),
    );
  }
  return { ours: at(ours, quantile), floor: at(floor, quantile), unit: "ms" };
}

function at(values: readonly number[], quantile: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}
