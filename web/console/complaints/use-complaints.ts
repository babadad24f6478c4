import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CommandName, Params, Result } from "../../../src/bridge/protocol/commands.ts";
import type {
  ComplaintFigures,
  ComplaintOffer,
  ComplaintView,
} from "../../../src/bridge/protocol/complaint-shapes.ts";
import { toLocalField } from "../format/zone.ts";
import { type Period, periodAround } from "../punctuality/period.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";
import { type Answer, useAnswer } from "../ui/use-answer.ts";

export type Show = Params<"complaints.list">["show"];
export type ComplaintList = Result<"complaints.list">;

/** Rows that are shown at first, and with every wish for more. */
const PAGE = 50;
/** The schema's own bound of one answer. */
const MOST = 200;

/** The complaints of one filter, read again with every news. */
export function useComplaintList(show: Show): Answer<ComplaintList> & { more(): void } {
  const { connection, complaints } = useModel();
  const shown = useSignal(PAGE);
  const ask = (offset: number, signal: AbortSignal): Promise<ComplaintList> =>
    connection.call(
      "complaints.list",
      { show, limit: Math.min(MOST, shown.peek() - offset), offset },
      { signal },
    );
  const answer = useAnswer(`${show} ${shown.value} ${complaints.news.value}`, async (signal) => {
    const { complaints: rows, ...rest } = await ask(0, signal);
    while (rows.length < Math.min(shown.peek(), rest.total)) {
      const next = await ask(rows.length, signal);
      if (next.complaints.length === 0) break;
      rows.push(...next.complaints);
    }
    return { ...rest, complaints: rows };
  });
  return {
    ...answer,
    more: () => {
      shown.value += PAGE;
    },
  };
}

/** What an intake starts from, and the library's limit. */
export function useOffer(): Answer<ComplaintOffer> {
  const { connection, complaints } = useModel();
  return useAnswer(`${complaints.news.value}`, (signal) =>
    connection.call("complaints.offer", {}, { signal }),
  );
}

/** The figures of the month that it is in the library. */
export function useMonth(): { readonly month: Period; readonly figures: ComplaintFigures | undefined } {
  const { connection, complaints, timeZone } = useModel();
  const month = periodAround("month", toLocalField(new Date(), timeZone).slice(0, 10));
  const { from, to } = month;
  const figures = useAnswer(`${from} ${complaints.news.value}`, (signal) =>
    connection.call("complaints.figures", { from, to }, { signal }),
  );
  return { month, figures: figures.value.value };
}

export interface LiveComplaint {
  readonly view: ComplaintView;
  /** How old its figures are, ms. */
  readonly sinceMs: number;
}

/** Acts whose answer is the complaint as it is after them. */
type Act = Extract<CommandName, `complaint.${string}`>;
type More<C extends Act> = Omit<Params<C>, "complaint">;

export interface OpenedComplaint {
  /** Undefined until the daemon has answered. Reading it subscribes to the tick. */
  live(): LiveComplaint | undefined;
  readonly opening: Answer<ComplaintView>;
  readonly acting: Action;
  act<C extends Act>(command: C, params: More<C>, done?: () => void): void;
}

/** One complaint, read when its page opens and with every news. */
export function useComplaint(id: string): OpenedComplaint {
  const { connection, complaints, desk } = useModel();
  const acting = useAction();
  const opening = useAnswer(`${id} ${complaints.news.value}`, (signal) =>
    connection.call("complaint.get", { complaint: id }, { signal }),
  );
  const view = opening.value.value;
  const arrived: Signal<number> = useSignal(performance.now());
  useEffect(() => {
    arrived.value = performance.now();
  }, [view]);
  return {
    ...{ opening, acting },
    live: () => view && { view, sinceMs: Math.max(0, desk.nowMs - arrived.value) },
    act: (command, params, done) =>
      acting.run(async () => {
        const asked = { complaint: id, ...params } as unknown as Params<typeof command>;
        opening.put((await connection.call(command, asked)) as ComplaintView);
        done?.();
      }),
  };
}
