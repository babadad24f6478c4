import type { Params } from "../../src/bridge/protocol/commands.ts";
import type { CaseView, PrintJobView } from "../../src/bridge/protocol/shapes.ts";
import type { FakeDaemon } from "./fake-daemon.ts";
import { newJob, Refusal, stepJob } from "./fake-job.ts";

export function prove(daemon: FakeDaemon, view: CaseView, by: "scan" | "operator"): PrintJobView {
  const { desk } = daemon;
  const job = stepJob(view.jobs.at(-1)!, "confirmed", { confirmedBy: by });
  desk.putJob(view, job);
  daemon.changed(desk.advance(desk.get(view.case)));
  return job;
}

export function mayPrint(
  { refusesUntil }: FakeDaemon,
  said: { readonly frontOnly?: boolean; readonly ignoreSupplies?: boolean },
): void {
  if (refusesUntil && !said[refusesUntil.said])
    throw new Refusal(refusesUntil.code, "Belum dicetak. Tekan tombol di bawah.");
}

/** Goes from rung to rung by itself. */
export function print(
  daemon: FakeDaemon,
  { case: id, printer, reprintReason, ...said }: Params<"card.print">,
): PrintJobView {
  const { desk } = daemon;
  mayPrint(daemon, said);
  const before = desk.get(id).jobs.at(-1);
  if (before?.mayHaveInk && !reprintReason)
    throw new Refusal("CARD_ALREADY_PRINTED", "Kartu sudah pernah dicetak. Pilih sebabnya.");
  let job = newJob(printer, before);
  desk.putJob(desk.get(id), job);
  const rungs = ["rendered", "verified", "spooling", "spooled", "reported"] as const;
  for (const [index, state] of rungs.entries()) {
    setTimeout(
      () => {
        job = stepJob(job, state, { mayHaveInk: index >= 2 });
        desk.putJob(desk.get(id), job);
        daemon.emit("job.changed", { case: id, job });
      },
      daemon.rungMs * (index + 1),
    ).unref();
  }
  return job;
}
