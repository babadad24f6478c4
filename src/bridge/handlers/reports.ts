import type { LocalDate } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { ReportPack } from "../flows/sla/report-pack.ts";
import type { REPORT_COMMANDS } from "../protocol/report-commands.ts";

export function reportHandlers(pack: ReportPack): Pick<Handlers, keyof typeof REPORT_COMMANDS> {
  return {
    async "report.make"({ report, from, to, format, paper, language }, { session, signal }) {
      const period = { from: from as LocalDate, to: to as LocalDate };
      const { name, bytes } = await pack.make({ report, period, format, paper, language }, signal);
      return { file: session.frames.hold(bytes), name };
    },
  };
}
