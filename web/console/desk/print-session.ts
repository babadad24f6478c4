import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Params } from "../../../src/bridge/protocol/commands.ts";
import type { CaseView, PrintJobView, ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { faultOf } from "../connection.ts";
import { type Anyway, anywayAfter } from "../print/print-anyway.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface PrintSession {
  readonly printing: Action;
  readonly telling: Action;
  /** A reprint whose reason is not known yet. */
  readonly isAsking: Signal<boolean>;
  print(printer: string, reason?: ReprintReason): void;
  /** What can be printed all the same after the refusal that is shown; undefined where nothing can. */
  readonly anyway: Anyway | undefined;
  /** The card that was just refused, in that way. */
  printAnyway(printer: string): void;
  confirm(job: PrintJobView): void;
  reject(job: PrintJobView, reason: ReprintReason): void;
  /** Prints once more after `job`, with the reason that is known, or asks for one. */
  again(job: PrintJobView, printer: string): void;
}

type HowToPrint = Pick<Params<"card.print">, "reprintReason" | "frontOnly" | "ignoreSupplies">;

/** The acts of the print step. One request key per card wanted: pressing twice, or after a lost answer, prints once. */
export function usePrintSession(view: CaseView): PrintSession {
  const { connection, desk, spoiledFor } = useModel();
  const printing = useAction();
  const telling = useAction();
  const isAsking = useSignal(false);
  const asked = useRef<HowToPrint>({});
  const requestKey = useRef<string>(crypto.randomUUID());

  const put = (job: PrintJobView): void => desk.putJob(view.case, job);

  const anyway = anywayAfter(printing.fault?.code);

  const print = (printer: string, how: HowToPrint): void => {
    isAsking.value = false;
    asked.current = how;
    printing.run(async () => {
      const wanted = { requestKey: requestKey.current, case: view.case, printer };
      try {
        const { job } = await connection.call("card.print", { ...wanted, ...how });
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
    print: (printer, reprintReason) => print(printer, reprintReason ? { reprintReason } : {}),
    anyway,
    printAnyway: (printer) => print(printer, { ...asked.current, ...(anyway && { [anyway]: true }) }),
    confirm: ({ job }) => telling.run(async () => put(await connection.call("job.confirm", { job }))),
    reject: ({ job }, reason) =>
      telling.run(async () => {
        spoiledFor.set(job, reason);
        put(await connection.call("job.reject", { job, reason }));
      }),
    again(job, printer) {
      const known = spoiledFor.get(job.job);
      if (known !== undefined) print(printer, { reprintReason: known });
      else if (!job.mayHaveInk) print(printer, {});
      else isAsking.value = true;
    },
  };
}
