import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CaseView, PrintJobView, ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface PrintSession {
  readonly printing: Action;
  readonly telling: Action;
  /** A reprint whose reason is not known yet. */
  readonly isAsking: Signal<boolean>;
  print(printer: string, reason?: ReprintReason): void;
  confirm(job: PrintJobView): void;
  reject(job: PrintJobView, reason: ReprintReason): void;
  /** Prints once more after `job`, with the reason that is known, or asks for one. */
  again(job: PrintJobView, printer: string): void;
}

/** The acts of the print step. One request key per card wanted: pressing twice, or after a lost answer, prints once. */
export function usePrintSession(view: CaseView): PrintSession {
  const { connection, desk, spoiledFor } = useModel();
  const printing = useAction();
  const telling = useAction();
  const isAsking = useSignal(false);
  const requestKey = useRef<string>(crypto.randomUUID());

  const put = (job: PrintJobView): void => desk.putJob(view.case, job);

  const print = (printer: string, reason?: ReprintReason): void => {
    isAsking.value = false;
    printing.run(async () => {
      const wanted = { requestKey: requestKey.current, case: view.case, printer };
      try {
        const { job } = await connection.call(
          "card.print",
          reason === undefined ? wanted : { ...wanted, reprintReason: reason },
        );
        requestKey.current = crypto.randomUUID();
        put(job);
      } catch (thrown) {
        if (faultOf(thrown)?.code !== "CARD_ALREADY_PRINTED") throw thrown;
        isAsking.value = true;
      }
    });
  };

  return {
    printing,
    telling,
    isAsking,
    print,
    confirm: ({ job }) => telling.run(async () => put(await connection.call("job.confirm", { job }))),
    reject: ({ job }, reason) =>
      telling.run(async () => {
        spoiledFor.set(job, reason);
        put(await connection.call("job.reject", { job, reason }));
      }),
    again(job, printer) {
      const known = spoiledFor.get(job.job);
      if (known !== undefined) print(printer, known);
      else if (!job.mayHaveInk) print(printer);
      else isAsking.value = true;
    },
  };
}
