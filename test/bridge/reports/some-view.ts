import type { PunctualityView, SummaryView } from "../../../src/bridge/protocol/punctuality-shapes.ts";

export const summary = (change: Partial<SummaryView> = {}): SummaryView => ({
  ...{ n: 10, judged: 10, onTime: 9, onTimePercent: 90 },
  ...{ medianMs: 1_140_000, p90Ms: 1_440_000, maxMs: 1_650_000, list: null },
  ...{ unresolved: 0, abandoned: 0, clockSuspect: 0 },
  ...change,
});

/** A month of ten invented cases under one standard. */
export const someView = (change: Partial<PunctualityView> = {}): PunctualityView => ({
  ...{ from: "2026-10-01", to: "2026-10-31", asOf: "2026-11-02T01:05:00.000Z", isCatchingUp: false },
  ...{ figure: "gross", countsOpenHoursOnly: false, calendarVersions: ["site@3"] },
  ...{ ends: ["taken"], dueRules: [] },
  ...{ opened: 12, open: 1, cancelled: 1, notServed: 0, summary: summary() },
  ...{ both: null, perCase: null, queue: null },
  standards: [
    {
      ...{ standard: "id.tirtamaya.kartu", versions: [2], title: "Layanan Kartu Anggota" },
      ...{ institution: "Perpustakaan Tirtamaya", publishedText: "24 Menit", publishedSeconds: 1_440 },
      ...{ coversUnresolved: false, summary: summary() },
    },
  ],
  kinds: [
    { kind: "new", summary: summary({ n: 7, judged: 7, onTime: 7, onTimePercent: 100 }) },
    { kind: "renewal", summary: summary({ n: 3, judged: 3, onTime: 2, onTimePercent: null }) },
  ],
  channels: [{ channel: "in-person", summary: summary() }],
  categories: [],
  steps: [
    {
      ...{ step: "photo", text: "Melakukan pemotretan", performer: "officer", inStandard: true },
      ...{ targetSeconds: 300, overMs: 0, summary: summary({ medianMs: 240_000, p90Ms: 290_000 }) },
    },
    {
      ...{ step: "laminate", text: "", performer: "officer", inStandard: false },
      ...{ targetSeconds: null, overMs: 0, summary: summary({ medianMs: 60_000, p90Ms: 90_000 }) },
    },
  ],
  bottleneck: null,
  distribution: { limitMs: null, widthMs: 60_000, bars: [] },
  trend: { by: "day", points: [{ at: "2026-10-05", onTime: 9, late: 1, other: 0, medianMs: 1 }] },
  lateReasons: [
    { reason: "printer-stopped", count: 1 },
    { reason: null, count: 2 },
  ],
  ...change,
});
