import { EventEmitter } from "node:events";
import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { syncMetrics } from "../../../src/bridge/flows/sync-metrics.ts";
import type { MemberChange, SyncStatus } from "../../../src/inlislite/sync/member-change.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";

it("shows how well the copy keeps step, and nothing about anybody in it", async () => {
  const status: SyncStatus = {
    phase: "following",
    version: "3.3",
    members: 42,
    loadedShare: undefined,
    heardAt: new Date("2026-02-06T01:00:00Z"),
    comparedAt: undefined,
    clockOffsetMs: -1_500,
    code: undefined,
  };
  const mirror = { isComplete: true, byNo: () => [], waiting: () => [] };
  const events = new EventEmitter<{ changed: [MemberChange]; statusChanged: [SyncStatus] }>();
  const registry = new Registry();
  await syncMetrics({ mirror, status, events })(registry);
  events.emit("changed", { kind: "renewed", member: inventMember(1), before: inventMember(1), fields: [] });
  const text = await registry.metrics();
  for (const line of [
    "titian_mirror_members 42",
    "titian_mirror_heard_timestamp_seconds 1770339600",
    "titian_mirror_loaded_ratio 1",
    "titian_inlislite_clock_offset_seconds -1.5",
    'titian_mirror_phase{phase="following"} 1',
    'titian_mirror_phase{phase="away"} 0',
    'titian_member_changes_total{kind="renewed"} 1',
  ])
    expect(text).toContain(line);
  expect(text).not.toMatch(/Rekaan|2601/u);

  const none = new Registry();
  await syncMetrics(undefined)(none);
  expect(await none.metrics()).toBe("\n");
});
