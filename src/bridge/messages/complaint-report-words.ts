import type { Figure } from "../../sla/case-event.ts";
import type {
  ComplaintChannel,
  ComplaintLateReason,
  ComplaintOutcome,
  ComplaintSubject,
} from "../../sla/complaint.ts";

/** What the report of complaints says in words. */
export interface ComplaintReportWords {
  readonly title: string;
  readonly onTime: (onTime: string, judged: string) => string;
  /** In place of a percentage: with fewer than five judged, or without a limit. */
  readonly received: string;
  readonly tooFew: (judged: string) => string;
  readonly noLimit: string;
  readonly nothing: string;
  readonly median: string;
  readonly p90: string;
  readonly openAtEnd: string;
  readonly perMonth: string;
  readonly met: string;
  readonly late: string;
  readonly byMonth: string;
  readonly byChannel: string;
  readonly bySubject: string;
  readonly all: string;
  readonly head: readonly string[];
  readonly openHead: string;
  readonly steps: string;
  readonly stepHead: readonly string[];
  readonly handled: string;
  readonly outcomes: string;
  readonly whyLate: string;
  readonly noReason: string;
  readonly times: string;
  readonly time: string;
  readonly how: string;
  readonly counted: Readonly<Record<Figure, string>>;
  readonly limits: (days: string) => string;
  readonly unlimited: string;
  readonly calendar: (versions: string) => string;
  readonly leftOut: (waiting: string, withdrawn: string) => string;
  readonly reopened: (count: string) => string;
  readonly clock: (count: string) => string;
  readonly noNames: string;
  readonly empty: string;
  readonly channels: Readonly<Record<ComplaintChannel, string>>;
  readonly subjects: Readonly<Record<ComplaintSubject, string>>;
  readonly outcomeNames: Readonly<Record<ComplaintOutcome, string>>;
  readonly lateReasons: Readonly<Record<ComplaintLateReason, string>>;
}
