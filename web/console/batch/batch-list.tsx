import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BatchSummary } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { Permitted } from "../ui/permitted.tsx";
import { batchPath, CALIBRATION, FRESH_BATCH } from "./batch-paths.ts";
import { BatchState } from "./batch-state.tsx";

export function BatchList() {
  const model = useModel();
  const { text, connection, router } = model;
  const words = text.batch;
  const loading = useAction();
  const batches = useSignal<readonly BatchSummary[] | undefined>(undefined);
  useEffect(() => {
    const load = (): void =>
      loading.run(async () => {
        batches.value = (await connection.call("batches.list", { limit: 30 })).batches;
      });
    load();
    const news = connection.on("batch.changed", load);
    return () => news[Symbol.dispose]();
  }, []);
  return (
    <main class="ti-body batch" data-testid="batches">
      <section class="sum">
        <div class="ti-grow">
          <h1>{words.title}</h1>
          <p class="ti-lead">{words.lead}</p>
        </div>
        <Permitted to="calibration.print">
          <a class="ti-btn" href={hashOf({ page: "print", id: CALIBRATION })} data-testid="open-calibration">
            <Icon name="sliders" />
            {words.calibrate}
          </a>
        </Permitted>
      </section>
      <FaultNote fault={loading.fault} />
      <div class="batch-scroll">
        {batches.value?.length === 0 ? (
          <section class="ti-panel ti-pad empty">
            <Icon name="layers" size="large" />
            <div class="ti-grow">
              <strong>{words.none}</strong>
              <span class="ti-meta">{words.noneHint}</span>
            </div>
          </section>
        ) : null}
        <ul class="batch-rows">
          {batches.value?.map((batch) => (
            <li key={batch.batch}>
              <a class="ti-panel batch-row" href={hashOf({ page: "print", id: batchPath(batch.batch) })}>
                <BatchState state={batch.state} />
                <strong>{words.cards(model.count(batch.count))}</strong>
                <span>{placeOf(batch)}</span>
                <span class="ti-grow" />
                <span class="ti-meta">
                  {words.printed(model.count(batch.printed), model.count(batch.count))}
                </span>
                <span class="ti-meta">{words.opened(model.moment(batch.openedAt))}</span>
                <Icon name="right" />
              </a>
            </li>
          ))}
        </ul>
      </div>
      <MainButton icon="plus" label={words.fresh} onPress={() => router.go("print", FRESH_BATCH)} />
    </main>
  );

  function placeOf({ target, device }: BatchSummary): string {
    if (target === "cards") return words.onCards;
    return device ? words.onSheets : words.asFiles;
  }
}
