import { useSignal } from "@preact/signals";
import type { CalibrationView, ChoicesView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { millimetres } from "./millimetres.ts";
import { MmField } from "./mm-field.tsx";

const MEASURES = ["leftMm", "topMm", "acrossMm", "downMm"] as const;

/** Four numbers of a page; for a tray, two of each card. */
export function MeasureForm({
  device,
  layout,
  onSaved,
}: {
  readonly device: string;
  readonly layout: ChoicesView["layouts"][number];
  readonly onSaved: (saved: CalibrationView) => void;
}) {
  const { text, connection } = useModel();
  const words = text.calibration;
  const slots = layout.columns * layout.rows;
  const saving = useAction();
  const typed = useSignal<readonly string[]>(Array.from({ length: layout.isTray ? slots * 2 : 4 }, () => ""));
  const values = typed.value.map(millimetres);
  const isWhole = values.every((value) => value !== undefined);
  const at = (index: number): number => values[index] ?? 0;
  const save = (): void =>
    saving.run(async () => {
      const printer = { device, layout: layout.layout };
      onSaved(
        layout.isTray
          ? await connection.call("calibration.readTray", {
              ...printer,
              slots: Array.from({ length: slots }, (_, slot) => ({
                xMm: at(slot * 2),
                yMm: at(slot * 2 + 1),
              })),
            })
          : await connection.call("calibration.measure", {
              ...printer,
              measured: { leftMm: at(0), topMm: at(1), acrossMm: at(2), downMm: at(3) },
            }),
      );
    });
  const labels = layout.isTray
    ? Array.from({ length: slots }, (_, slot) => [
        [words.slotX(slot + 1), ""],
        [words.slotY(slot + 1), ""],
      ]).flat()
    : MEASURES.map((name) => words.measures[name]);
  return (
    <section class="ti-panel ti-pad batch-measure" data-testid="measure">
      <h2>{layout.isTray ? words.printedTray : words.printed}</h2>
      {labels.map(([label = "", hint = ""], index) => (
        <MmField
          key={label}
          label={`${index + 1}. ${label}`}
          hint={hint}
          value={typed.value[index] ?? ""}
          testid={`measure-${index}`}
          onInput={(value) => {
            typed.value = typed.value.with(index, value);
          }}
        />
      ))}
      <FaultNote fault={saving.fault} />
      <MainButton
        icon="check"
        label={words.save}
        action={saving}
        blockedBy={isWhole ? undefined : words.number}
        onPress={save}
      />
    </section>
  );
}
