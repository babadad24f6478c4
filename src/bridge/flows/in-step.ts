import type { EventEmitter } from "node:events";
import type { MemberChange, SyncStatus } from "../../inlislite/sync/member-change.ts";
import type { MirrorStore } from "../../inlislite/sync/mirror.ts";

/** What pages are told of the local copy of members, and what is counted in it. Absent where a site keeps none. */
export interface InStep {
  readonly mirror: Pick<MirrorStore, "isComplete" | "byNo" | "waiting">;
  readonly status: SyncStatus;
  readonly events: EventEmitter<{ changed: [MemberChange]; statusChanged: [SyncStatus] }>;
}
