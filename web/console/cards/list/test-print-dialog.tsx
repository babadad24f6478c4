import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { modelOf, nameOf } from "../../devices/device-kind.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FaultNote } from "../../ui/fault-note.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { Note } from "../../ui/note.tsx";
import { mmText } from "../mm.ts";

type Sides = "both" | "front" | "back";

/** One card of an invented member, on a printer of choice: how a design looks and scans in the hand. */
export function TestPrintDialog({
  design: { name, title, version, hasBack },
  onClose,
}: {
  readonly design: Pick<DesignView, "name" | "title" | "version" | "hasBack">;
  readonly onClose: () => void;
}) {
  const model = useModel();
  const { text, connection, desk } = model;
  const { test } = text.cards;
  const printing = useAction();
  const sides = useSignal<Sides>("both");
  const chosen = useSignal<string | undefined>(undefined);
  const took = useSignal<string | undefined>(undefined);
  const requestKey = useRef<string>(crypto.randomUUID());
  const field = useId();
  const printers = desk.devices.value.filter(({ capabilities }) => capabilities.includes("card-printer"));
  const printer =
    printers.find(({ device }) => device === chosen.value) ??
    printers.find(({ purposes }) => purposes.includes("member-card")) ??
    printers[0];

  const print = (): void =>
    printing.run(async () => {
      if (!printer) return;
      took.value = undefined;
      const side = sides.value === "both" ? null : sides.value;
      const wanted = { name, version, printer: printer.device, side, requestKey: requestKey.current };
      const { tookMs } = await connection.call("design.printTest", wanted);
      // The next press is another card; a press after a lost answer is not.
      requestKey.current = crypto.randomUUID();
      took.value = mmText(tookMs / 1000, model.language, 1);
    });

  return (
    <Dialog title={test.title} onClose={onClose} testid="test-print-dialog">
      <div class="dialog-body">
        <p>{test.lead(title)}</p>
        {printers.length === 0 ? <Note tone="warn" title={test.none} /> : null}
        <div class="duo">
          <div class="ti-field">
            <label for={`${field}-printer`}>{test.printer}</label>
            <select
              id={`${field}-printer`}
              class="ti-input"
              value={printer?.device ?? ""}
              data-testid="test-printer"
              onChange={(event) => {
                chosen.value = event.currentTarget.value;
              }}
            >
              {printers.map((one) => (
                <option key={one.device} value={one.device}>
                  {nameOf(text, one)} · {modelOf(text, one)}
                </option>
              ))}
            </select>
          </div>
          {hasBack ? (
            <div class="ti-field">
              <label for={`${field}-sides`}>{test.sides}</label>
              <select
                id={`${field}-sides`}
                class="ti-input"
                value={sides.value}
                onChange={(event) => {
                  sides.value = event.currentTarget.value as Sides;
                }}
              >
                {(["both", "front", "back"] as const).map((side) => (
                  <option key={side} value={side}>
                    {test[side]}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
        </div>
        {took.value ? <Note tone="ok" title={test.done(took.value)} testid="test-printed" /> : null}
        <FaultNote fault={printing.fault} />
        <p class="ti-meta">{test.uses}</p>
        <MainButton
          icon="printer"
          label={test.go}
          size="dialog"
          action={printing}
          onPress={print}
          blockedBy={printer ? undefined : test.none}
          testid="test-print-go"
        />
      </div>
    </Dialog>
  );
}
