import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CalibrationView, ChoicesView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { nameOf } from "../devices/device-kind.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { Note } from "../ui/note.tsx";
import { BackOffset } from "./back-offset.tsx";
import { BATCHES } from "./batch-paths.ts";
import { ForgetCalibration } from "./forget-calibration.tsx";
import { MeasureForm } from "./measure-form.tsx";

type Layout = ChoicesView["layouts"][number];

/** Print a page, measure it, done. One printer and one paper or tray at a time. */
export function CalibrationPage() {
  const model = useModel();
  const { text, connection, desk, router } = model;
  const words = text.calibration;
  const printers = desk.devices.value.filter(({ kind }) => kind === "sheet-printer");
  const choices = useSignal<ChoicesView | undefined>(undefined);
  const device = useSignal(printers[0]?.device ?? "");
  const medium = useSignal("A4");
  const isPrinted = useSignal(false);
  const isForgetting = useSignal(false);
  const printing = useAction();
  useEffect(() => {
    connection.call("batch.choices", {}).then(
      (found) => {
        choices.value = found;
      },
      () => undefined,
    );
  }, []);
  const layouts = choices.value ? onePerMedium(choices.value.layouts) : [];
  const layout = layouts.find((one) => one.medium === medium.value);
  const kept = choices.value?.calibrations.find(
    (one) => one.device === device.value && one.medium === medium.value,
  );
  /** Undefined: there is none any more. */
  const put = (saved: CalibrationView | undefined): void => {
    if (!choices.value) return;
    const others = choices.value.calibrations.filter((one) => one !== kept);
    choices.value = { ...choices.value, calibrations: saved ? [...others, saved] : others };
  };
  const print = (isCheck: boolean, backs: "none" | "long-edge" | "short-edge" = "none"): void =>
    printing.run(async () => {
      if (!layout) return;
      const requestKey = crypto.randomUUID();
      const page = { device: device.value, layout: layout.layout, isCheck, backs, requestKey };
      await connection.call("calibration.print", page);
      isPrinted.value = !isCheck;
    });
  const isMeasuring = isPrinted.value && layout !== undefined;
  return (
    <main class="ti-body batch" data-testid="calibration">
      <section class="sum">
        <div class="ti-grow">
          <h1>{words.title}</h1>
          <p class="ti-lead">{words.lead}</p>
        </div>
        <a class="ti-btn ti-btn-quiet" href={hashOf({ page: "print", id: BATCHES })}>
          <Icon name="layers" />
          {text.batch.back}
        </a>
      </section>
      {printers.length === 0 ? <Note tone="warn" title={words.noPrinter} /> : null}
      <section class="ti-panel ti-pad batch-choose">
        <label class="ti-field">
          {words.printer}
          <select
            class="ti-input"
            data-testid="calibration-printer"
            onChange={(event) => {
              device.value = event.currentTarget.value;
              isPrinted.value = false;
            }}
          >
            {printers.map((one) => (
              <option key={one.device} value={one.device}>
                {nameOf(text, one)}
              </option>
            ))}
          </select>
        </label>
        <label class="ti-field">
          {words.medium}
          <select
            class="ti-input"
            data-testid="calibration-medium"
            onChange={(event) => {
              medium.value = event.currentTarget.value;
              isPrinted.value = false;
            }}
          >
            {layouts.map((one) => (
              <option key={one.medium} value={one.medium} selected={one.medium === medium.value}>
                {one.isTray ? text.batch.trayOf(one.columns * one.rows) : one.paper}
              </option>
            ))}
          </select>
        </label>
        {kept ? (
          <>
            <p class="ti-grow" data-testid="calibration-kept">
              <strong>{words.saved(model.moment(kept.measuredAt))}</strong>
              <br />
              {kept.slots.length === 0
                ? words.result(mm(kept.offsetXMm), mm(kept.offsetYMm), percent(kept.scaleX))
                : kept.slots.map(({ xMm, yMm }) => `${mm(xMm)} / ${mm(yMm)}`).join(" · ")}
            </p>
            <button
              type="button"
              class="ti-btn ti-btn-quiet"
              data-testid="calibration-forget"
              onClick={() => {
                isForgetting.value = true;
              }}
            >
              {words.forget}
            </button>
          </>
        ) : null}
      </section>
      <FaultNote fault={printing.fault} />
      <div class="batch-scroll">
        {isMeasuring ? (
          <MeasureForm
            key={`${device.value} ${layout.layout}`}
            device={device.value}
            layout={layout}
            onSaved={(saved) => {
              put(saved);
              isPrinted.value = false;
            }}
          />
        ) : null}
        {kept && layout && !layout.isTray && !isMeasuring ? (
          <BackOffset
            device={device.value}
            layout={layout.layout}
            onPrint={(backs) => print(true, backs)}
            onSaved={put}
          />
        ) : null}
      </div>
      {isMeasuring ? null : (
        <div class="batch-pair">
          {kept ? (
            <>
              <button
                type="button"
                class="ti-btn ti-btn-big"
                data-testid="calibration-again"
                onClick={() => print(false)}
              >
                {layout?.isTray ? words.printTray : words.print}
              </button>
              <button type="button" class="ti-btn ti-btn-big" onClick={() => router.go("print", BATCHES)}>
                {words.done}
              </button>
            </>
          ) : null}
          <MainButton
            icon="printer"
            label={kept && !layout?.isTray ? words.check : layout?.isTray ? words.printTray : words.print}
            action={printing}
            blockedBy={printers.length === 0 ? words.noPrinter : undefined}
            onPress={() => print(kept !== undefined)}
          />
        </div>
      )}
      {isForgetting.value && layout ? (
        <ForgetCalibration
          device={device.value}
          layout={layout.layout}
          onClose={() => {
            isForgetting.value = false;
          }}
          onForgotten={() => put(undefined)}
        />
      ) : null}
    </main>
  );

  function mm(value: number): string {
    return decimal(Math.round(value * 100) / 100);
  }
  function percent(scale: number): string {
    return decimal(Math.round(scale * 10_000) / 100);
  }
  function decimal(value: number): string {
    return model.language === "id" ? String(value).replace(".", ",") : String(value);
  }
}

function onePerMedium(layouts: readonly Layout[]): readonly Layout[] {
  return layouts.filter(({ medium }, index) => layouts.findIndex((one) => one.medium === medium) === index);
}
