import { Type } from "typebox";
import { command, params } from "./command.ts";
import { Day } from "./punctuality-shapes.ts";
import { ReportFormatShape, ReportKindShape } from "./report-shapes.ts";
import { FrameId } from "./shapes.ts";

/** A register of thousands with names that INLISLite is asked for, ms. */
const DRAWN = 120_000;

export const REPORT_COMMANDS = {
  "report.make": command({
    since: 1,
    summary: "Make one report of a period. The file comes as a binary frame.",
    params: params({
      report: ReportKindShape,
      from: Day,
      to: Day,
      format: ReportFormatShape,
      paper: Type.Enum(["A4", "F4"], { default: "A4", description: "For `pdf`." }),
      language: Type.Enum(["id", "en"]),
    }),
    result: Type.Object({
      file: FrameId,
      name: Type.String({ maxLength: 100, description: "`ketepatan-2026-10-01-2026-10-31.pdf`." }),
    }),
    deadlineMs: DRAWN,
    consoleOnly: true,
  }),
} as const;
