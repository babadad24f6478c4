import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ChoicesView, PlanView } from "../../../src/bridge/protocol/batch-shapes.ts";
import type { Params, Result } from "../../../src/bridge/protocol/commands.ts";
import type { ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { nameOf } from "../devices/device-kind.ts";
import { anywayAfter } from "../print/print-anyway.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { Tick } from "../ui/tick.tsx";
import { batchPath } from "./batch-paths.ts";
import { NeedsLine } from "./needs-line.tsx";
import { SheetChoice, type SheetSetup } from "./sheet-choice.tsx";

type Design = Result<"designs.list">["designs"][number];
const FILE = "file";
const AUTO = "";
const REASONS = [
  "wrong-data",
  "unreadable",
  "lost-in-house",
  "spoiled",
] as const satisfies readonly ReprintReason[];

/** Where the cards of a plan are printed, after which design, and what that takes. */
export function SetupForm({ plan, choices }: { readonly plan: PlanView; readonly choices: ChoicesView }) {
  const model = useModel();
  const { text, connection, desk, router } = model;
  const words = text.batch;
  const making = useAction();
  const designs = useSignal<readonly Design[]>([]);
  const design = useSignal(AUTO);
  const reason = useSignal<ReprintReason | undefined>(undefined);
  const sheet = useSignal<SheetSetup>({
    layout: choices.layouts[0]?.layout ?? "",
    backs: "none",
    startCell: 0,
  });
  const printers = desk.devices.value.filter(
    ({ kind }) => kind === "card-printer" || kind === "sheet-printer",
  );
  const target = useSignal(printers[0]?.device ?? FILE);
  const frontOnly = useSignal(false);
  const key = useSignal(crypto.randomUUID());
  useEffect(() => {
    connection.call("designs.list", {}).then(
      (found) => {
        designs.value = found.designs.filter(({ isApproved }) => isApproved);
      },
      () => undefined,
    );
  }, []);

  const printer = printers.find(({ device }) => device === target.value);
  const isOnSheets = printer?.kind !== "card-printer";
  const printedBefore = plan.troubles.find(({ trouble }) => trouble === "already-printed")?.rows ?? 0;
  const count = plan.ready + (reason.value ? printedBefore : 0);
  const make = (ignoreSupplies = false): void =>
    making.run(async () => {
      const wanted: Params<"batch.open"> = {
        requestKey: key.value,
        plan: plan.plan,
        design: design.value || null,
        device: printer?.device ?? null,
        sheets: isOnSheets ? sheet.value : null,
        reprintReason: reason.value ?? null,
        frontOnly: frontOnly.value && !isOnSheets,
        ignoreSupplies,
      };
      const { batch } = await connection.call("batch.open", wanted);
      router.go("print", batchPath(batch));
    });
  const again = (): void => {
    // What was chosen has changed: it is another batch that is asked for.
    key.value = crypto.randomUUID();
  };
  return (
    <section class="batch-setup">
      <div class="ti-panel ti-pad batch-scroll">
        <label class="ti-field">
          {words.target}
          <select
            class="ti-input"
            data-testid="batch-target"
            onChange={(event) => {
              target.value = event.currentTarget.value;
              again();
            }}
          >
            {printers.map((device) => (
              <option key={device.device} value={device.device} selected={device.device === target.value}>
                {nameOf(text, device)}
              </option>
            ))}
            <option value={FILE} selected={target.value === FILE}>
              {words.toFile}, {words.toFileHint}
            </option>
          </select>
        </label>
        <label class="ti-field">
          {words.design}
          <select
            class="ti-input"
            data-testid="batch-design"
            onChange={(event) => {
              design.value = event.currentTarget.value;
              again();
            }}
          >
            <option value={AUTO}>{words.designAuto}</option>
            {designs.value.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {isOnSheets ? (
          <SheetChoice
            choices={choices}
            device={printer?.device}
            setup={sheet.value}
            onSetup={(setup) => {
              sheet.value = setup;
              again();
            }}
          />
        ) : (
          <Tick
            isOn={frontOnly.value}
            onChange={(isOn) => {
              frontOnly.value = isOn;
              again();
            }}
            testid="batch-front-only"
          >
            {text.print.anyway.frontOnly}
          </Tick>
        )}
        {printedBefore > 0 ? (
          <label class="ti-field">
            {words.reprint(model.count(printedBefore))}
            <select
              class="ti-input"
              data-testid="batch-reprint"
              onChange={(event) => {
                reason.value = REASONS.find((one) => one === event.currentTarget.value);
                again();
              }}
            >
              <option value="">{text.batch.leave}</option>
              {REASONS.map((one) => (
                <option key={one} value={one}>
                  {text.print.reasons[one]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <NeedsLine
          count={count}
          printer={printer}
          layout={
            isOnSheets ? choices.layouts.find(({ layout }) => layout === sheet.value.layout) : undefined
          }
          setup={sheet.value}
        />
      </div>
      <FaultNote fault={making.fault} />
      {anywayAfter(making.fault?.code) === "ignoreSupplies" ? (
        <button type="button" class="ti-btn" data-testid="batch-make-anyway" onClick={() => make(true)}>
          {words.makeAnyway}
        </button>
      ) : null}
      <MainButton
        icon="eye"
        label={words.make}
        action={making}
        blockedBy={count === 0 ? words.ready(model.count(0)) : undefined}
        onPress={() => make()}
      />
    </section>
  );
}
