import type { SyncStatus } from "../../inlislite/sync/member-change.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { SyncView } from "../protocol/member-shapes.ts";

const OFF: SyncStatus = {
  phase: "off",
  version: undefined,
  members: 0,
  loadedShare: undefined,
  heardAt: undefined,
  comparedAt: undefined,
  clockOffsetMs: undefined,
  code: undefined,
};

/** How well the copy keeps step, as pages see it. A site without one is `off`. */
export function syncView(status: SyncStatus = OFF, clock: Clock): SyncView {
  const { heardAt } = status;
  return {
    phase: status.phase,
    version: status.version ?? null,
    members: status.members,
    loadedShare: status.loadedShare ?? null,
    heardAt: heardAt?.toISOString() ?? null,
    ageMs: heardAt ? Math.max(0, clock.now().getTime() - heardAt.getTime()) : null,
    comparedAt: status.comparedAt?.toISOString() ?? null,
    code: status.code ?? null,
    clockOffsetMs: status.clockOffsetMs === undefined ? null : Math.round(status.clockOffsetMs),
  };
}
