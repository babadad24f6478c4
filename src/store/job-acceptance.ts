import type { NewJob } from "../cards/print-job.ts";
import type { EventData } from "./event-catalog.ts";

/** What the log says of a card that was asked for. What does not hold for it is left out. */
export function acceptance(wanted: NewJob): EventData<"print.accepted"> {
  const { requestKey, memberId, memberKey, printer, priority, batch, sheet, template, templateVersion } =
    wanted;
  return {
    requestKey,
    case: wanted.case ?? null,
    ...(memberId === undefined ? {} : { memberId }),
    memberKey,
    printer,
    priority,
    ...(batch === undefined ? {} : { batch }),
    ...(sheet === undefined ? {} : { sheet: { ...sheet } }),
    template,
    ...(templateVersion === undefined ? {} : { templateVersion }),
    ...(wanted.designFile === undefined ? {} : { designFile: wanted.designFile }),
    ...(wanted.frontOnly ? { frontOnly: true } : {}),
    reprintOf: wanted.reprintOf ?? null,
    reprintReason: wanted.reprintReason ?? null,
  };
}
