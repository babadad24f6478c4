import type { Erasure } from "../../store/erasures.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import type { Result } from "../protocol/commands.ts";
import { MOST_ERASURES, type PastErasure } from "../protocol/privacy-commands.ts";
import { recordOf } from "./record.ts";

interface Parts {
  readonly config: Config;
  readonly store: Pick<Store, "counters" | "erasures">;
}

/** What the page of personal data shows. */
export function privacyView({ config, store }: Parts, language: "id" | "en"): Result<"privacy.get"> {
  const newest = store.erasures.all().toReversed().slice(0, MOST_ERASURES);
  return {
    record: recordOf(config, language).map(({ data, where, kept, erasedBy }) => ({
      ...{ data, where, kept, erasedBy },
    })),
    isAlone: config.exchange.host === undefined,
    erasures: newest.map((one) => pastErasure(one, { config, store })),
  };
}

function pastErasure(erasure: Erasure, { config, store: { counters } }: Parts): PastErasure {
  const { memberKey, at, desk, operator, doneBy } = erasure;
  const own = { id: config.desk.id, title: config.desk.title };
  const titleOf = (id: string): string => (id === own.id ? own.title : counters.titleOf(id));
  const known = [own.id, ...counters.others().map(({ id }) => id)];
  // One that no longer shares the log has obeyed all the same.
  const left = [...doneBy.keys()].filter((id) => !known.includes(id));
  return {
    ...{ key: memberKey.slice(0, 12), at: at.toISOString(), desk: titleOf(desk), by: operator ?? null },
    desks: [...known, ...left].map((id) => ({
      title: titleOf(id),
      doneAt: doneBy.get(id)?.toISOString() ?? null,
    })),
  };
}
