import type { Clock } from "../../kernel/clock.ts";
import { changesOf, isSomebodyElse } from "./change-of.ts";
import type { MemberChange } from "./member-change.ts";
import type { MemberFeed } from "./member-feed.ts";
import type { MirroredMember, MirrorStore } from "./mirror.ts";

export interface SettleParts {
  readonly feed: MemberFeed;
  readonly mirror: MirrorStore;
  readonly clock: Clock;
}

/** What is in doubt: rows read just now, and ids of which only the server knows whether they still exist. */
export interface Doubt {
  readonly rows?: readonly MirroredMember[];
  readonly ids?: readonly string[];
}

/** Ids that are settled at one time: a short list for the server, a short transaction for the mirror. */
export const SETTLED_AT_ONCE = 250;

/**
 * Brings rows of the mirror to what the server says now, and tells what has happened to them. Whoever is gone is looked for
 * under its number, and whoever is new among the known holders of that number, so that a renumbered member is one change.
 */
export async function settle(
  parts: SettleParts,
  doubt: Doubt,
  signal: AbortSignal,
): Promise<readonly MemberChange[]> {
  const { feed, mirror, clock } = parts;
  const { generation } = mirror;
  const now = new Map<string, MirroredMember>();
  const asked = new Set<string>();
  const keep = (rows: readonly MirroredMember[]): void => {
    for (const row of rows) {
      now.set(row.memberId, row);
      asked.add(row.memberId);
    }
  };
  const ask = async (ids: readonly string[]): Promise<void> => {
    const open = [...new Set(ids)].filter((id) => !asked.has(id));
    for (const id of open) asked.add(id);
    if (open.length > 0) keep(await feed.byIds(open, signal));
  };

  keep(doubt.rows ?? []);
  await ask(doubt.ids ?? []);
  const displaced: MirroredMember[] = [];
  const newcomers: MirroredMember[] = [];
  for (const id of asked) {
    const [before, after] = [mirror.byId(id), now.get(id)];
    if (before && after && !isSomebodyElse(before, after)) continue;
    if (before) displaced.push(before);
    if (after) newcomers.push(after);
  }
  const numbers = [...new Set(displaced.map(({ memberNo }) => memberNo))].filter((no) => no !== "");
  if (numbers.length > 0) keep(await feed.byNumbers(numbers, signal));
  await ask(newcomers.flatMap(({ memberNo }) => mirror.byNo(memberNo).map(({ memberId }) => memberId)));

  if (mirror.generation !== generation) return [];
  const applied = mirror.apply([...now.values()], clock.now());
  const removed = mirror.remove([...asked].filter((id) => !now.has(id)));
  return changesOf(applied, removed);
}

/** In portions of `SETTLED_AT_ONCE`. */
export function portions<T>(items: readonly T[]): readonly (readonly T[])[] {
  const all: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += SETTLED_AT_ONCE) all.push(items.slice(at, at + SETTLED_AT_ONCE));
  return all;
}
