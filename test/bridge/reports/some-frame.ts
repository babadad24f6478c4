import { ID_REPORTS } from "../../../src/bridge/messages/id-reports.ts";
import type { ReportFrame } from "../../../src/bridge/reports/pack/report-frame.ts";
import type { Block, Report, Table } from "../../../src/bridge/reports/report.ts";
import { READING } from "./sample-report.ts";

/** Who reports in these tests. */
export const FRAME: ReportFrame = {
  institution: { name: "Perpustakaan Tirtamaya", address: "" },
  ...{ desk: "Loket 1", words: ID_REPORTS, reading: READING, now: new Date("2026-11-02T01:05:00Z") },
};

/** A report's blocks of one kind. */
export const only = <K extends Block["kind"]>(report: Report, kind: K): Extract<Block, { kind: K }>[] =>
  report.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
export const table = (report: Report, title: string): Table | undefined =>
  only(report, "table").find((one) => one.title === title);
