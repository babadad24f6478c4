import type { Static } from "typebox";
import type { Config } from "../config/schema.ts";
import type { UpdateView } from "../protocol/update-shapes.ts";
import type { Updates } from "./updates.ts";

interface Facts {
  readonly running: string;
  /** Undefined for a Titian that was started without its launcher. */
  readonly updates?: Updates;
  readonly settings?: Config["updates"];
  readonly busyWith?: "case" | "print" | undefined;
}

/** As the console and `titian update status` show it. */
export function updateView({ running, updates, settings, busyWith }: Facts): Static<typeof UpdateView> {
  const { phase, offer, part, problem, checkedAt } = updates?.state ?? NOTHING;
  const pointer = updates?.pointer;
  return {
    version: running,
    isManaged: updates !== undefined,
    hasSource: settings?.from !== undefined,
    phase,
    offered: offer
      ? { version: offer.manifest.version, releasedAt: offer.manifest.releasedAt, bytes: offer.release.size }
      : null,
    percent: part === undefined ? null : Math.floor(part * 100),
    busyWith: busyWith ?? null,
    installsWhenIdle: settings?.install === "idle",
    checkedAt: checkedAt?.toISOString() ?? null,
    problem: problem ?? null,
    previous: pointer?.current === running ? (pointer.previous ?? null) : null,
    leftBehind: pointer?.failed.at(-1) ?? null,
  };
}

const NOTHING = {
  phase: "none",
  offer: undefined,
  part: undefined,
  problem: undefined,
  checkedAt: undefined,
} as const;
