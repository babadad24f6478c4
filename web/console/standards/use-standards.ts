import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StandardDetails, StandardSummary } from "../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface Standards {
  /** Undefined until the daemon has answered. */
  readonly all: ReadonlySignal<readonly StandardSummary[] | undefined>;
  readonly loading: Action;
}

export function useStandards(): Standards {
  const { connection } = useModel();
  const loading = useAction();
  const all = useSignal<readonly StandardSummary[] | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    const news = connection.on("standards.changed", ({ standards }) => {
      all.value = standards;
    });
    loading.run(async () => {
      all.value = (await connection.call("standards.list", {})).standards;
    });
    return () => news[Symbol.dispose]();
  }, [isOpen]);
  return { all, loading };
}

export interface Opened {
  readonly details: ReadonlySignal<StandardDetails | undefined>;
  readonly loading: Action;
  put(details: StandardDetails): void;
}

/** One version, read when its page opens; whoever edits it puts the newer one. */
export function useStandard(id: string, version: number | undefined): Opened {
  const { connection } = useModel();
  const loading = useAction();
  const details = useSignal<StandardDetails | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    const load = async (): Promise<void> => {
      details.value = await connection.call("standard.get", version === undefined ? { id } : { id, version });
    };
    if (!details.value) loading.run(load);
    // What is being edited stays as it is on the page; its saving says when another was quicker.
    const news = connection.on("standards.changed", () => {
      if (details.value && details.value.version.state !== "draft") loading.run(load);
    });
    return () => news[Symbol.dispose]();
  }, [isOpen]);
  return {
    ...{ details, loading },
    put: (next) => {
      details.value = next;
    },
  };
}
