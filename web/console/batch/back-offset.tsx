import { useSignal } from "@preact/signals";
import type { CalibrationView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { millimetres } from "./millimetres.ts";
import { MmField } from "./mm-field.tsx";

type Backs = "long-edge" | "short-edge";

/** Optional: the check page on both sides, held against the light. */
export function BackOffset({
  device,
  layout,
  onPrint,
  onSaved,
}: {
  readonly device: string;
  readonly layout: string;
  readonly onPrint: (backs: Backs) => void;
  readonly onSaved: (saved: CalibrationView) => void;
}) {
  const { text, connection } = useModel();
  const words = text.calibration;
  const backs = useSignal<Backs>("long-edge");
  const x = useSignal("");
  const y = useSignal("");
  const saving = useAction();
  const [xMm, yMm] = [millimetres(x.value), millimetres(y.value)];
  const save = (): void =>
    saving.run(async () => {
      if (xMm === undefined || yMm === undefined) return;
      const seen = { xMm, yMm };
      onSaved(await connection.call("calibration.measureBack", { device, layout, backs: backs.value, seen }));
    });
  return (
    <section class="ti-panel ti-pad batch-measure">
      <h3>{words.backTitle}</h3>
      <p>{words.backLead}</p>
      <div class="batch-choose">
        <select
          class="ti-input ti-grow"
          aria-label={text.batch.backs}
          onChange={(event) => {
            backs.value = event.currentTarget.value === "short-edge" ? "short-edge" : "long-edge";
          }}
        >
          <option value="long-edge">{text.batch.backsOf["long-edge"]}</option>
          <option value="short-edge">{text.batch.backsOf["short-edge"]}</option>
        </select>
        <button type="button" class="ti-btn" onClick={() => onPrint(backs.value)}>
          {words.check}
        </button>
      </div>
      <MmField label={words.backX} hint="" value={x.value} onInput={(value) => (x.value = value)} />
      <MmField label={words.backY} hint="" value={y.value} onInput={(value) => (y.value = value)} />
      <FaultNote fault={saving.fault} />
      <button type="button" class="ti-btn" disabled={xMm === undefined || yMm === undefined} onClick={save}>
        {words.backSave}
      </button>
    </section>
  );
}
