import type { PrintJobView } from "../../../src/bridge/protocol/shapes.ts";

const RUNGS = ["accepted", "verified", "spooled", "out", "proved"] as const;
type RungKey = (typeof RUNGS)[number];

export interface Rung {
  readonly key: RungKey;
  readonly state: "done" | "now" | "wait" | "stopped";
  readonly at: string | undefined;
}

/** How many rungs are behind a job in each state. What is not proved is never among them. */
const BEHIND: Readonly<Record<PrintJobView["state"], number>> = {
  accepted: 1,
  rendered: 1,
  verified: 2,
  spooling: 2,
  spooled: 3,
  reported: 3,
  confirmed: 5,
  failed: 1,
  vanished: 3,
  spoiled: 3,
  cancelled: 1,
};

const ORDER = ["accepted", "verified", "spooled"] as const;
const STOPPED: readonly PrintJobView["state"][] = ["failed", "vanished", "spoiled", "cancelled"];

/** The ladder of one print. A printer that reports "done" has said something, and proved nothing. */
export function rungsOf(job: Pick<PrintJobView, "state" | "times">): readonly Rung[] {
  const at = (state: string): string | undefined => job.times.find((time) => time.state === state)?.at;
  // A job that failed stands where it had got to, which only its times tell.
  const reached = ORDER.filter((state) => at(state) !== undefined).length;
  const behind = job.state === "failed" ? Math.max(1, reached) : BEHIND[job.state];
  const isStopped = STOPPED.includes(job.state);
  const times: Readonly<Record<RungKey, string | undefined>> = {
    accepted: at("accepted"),
    verified: at("verified"),
    spooled: at("spooled"),
    out: at("reported"),
    proved: at("confirmed"),
  };
  return RUNGS.map((key, index) => ({
    key,
    state: index < behind ? "done" : index > behind ? "wait" : isStopped ? "stopped" : "now",
    at: times[key],
  }));
}
