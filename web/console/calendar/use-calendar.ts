import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CalendarDocument, CalendarView } from "../../../src/bridge/protocol/calendar-commands.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface Calendar {
  /** As the daemon has it; undefined until it has answered. */
  readonly view: ReadonlySignal<CalendarView | undefined>;
  /** As it is on the page. */
  readonly draft: ReadonlySignal<CalendarDocument | undefined>;
  readonly isChanged: ReadonlySignal<boolean>;
  readonly loading: Action;
  readonly saving: Action;
  change(change: Partial<CalendarDocument>): void;
  undo(): void;
  save(): Promise<void>;
  /** Cases are judged otherwise; what is unsaved stays. */
  judged(view: CalendarView): void;
}

/** The library's calendar being edited. News from another page is taken while nothing here is unsaved. */
export function useCalendar(): Calendar {
  const { connection } = useModel();
  const loading = useAction();
  const saving = useAction();
  const view = useSignal<CalendarView | undefined>(undefined);
  const draft = useSignal<CalendarDocument | undefined>(undefined);
  const isChanged = useComputed(
    () => view.value !== undefined && JSON.stringify(draft.value) !== JSON.stringify(view.value.calendar),
  );
  const isOpen = connection.link.value === "open";
  const take = (next: CalendarView): void => {
    view.value = next;
    draft.value = next.calendar;
  };
  useEffect(() => {
    if (!isOpen) return;
    const news = connection.on("calendar.changed", (next) => {
      if (!isChanged.peek()) take(next);
    });
    loading.run(async () => {
      const next = await connection.call("calendar.get", {});
      if (!isChanged.peek()) take(next);
    });
    return () => news[Symbol.dispose]();
  }, [isOpen]);
  return {
    ...{ view, draft, isChanged, loading, saving },
    judged: (next) => {
      view.value = next;
    },
    change: (change) => {
      if (draft.value) draft.value = { ...draft.value, ...change };
    },
    undo: () => {
      if (view.value) draft.value = view.value.calendar;
    },
    save: async () => {
      if (!draft.value || !view.value) return;
      take(await connection.call("calendar.save", { calendar: draft.value, expects: view.value.version }));
    },
  };
}
