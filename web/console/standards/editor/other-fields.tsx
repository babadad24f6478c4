import type { DraftStandard, WeeklyHours } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { weekOf } from "../../calendar/intervals.ts";
import { WeekFields } from "../../calendar/week-fields.tsx";
import { useModel } from "../../state/model.ts";
import { Tick } from "../../ui/tick.tsx";
import { useEditing } from "./editing.ts";
import { Linked, linesOf } from "./linked.tsx";
import { AddRow, RowTools } from "./list-fields.tsx";
import { Part, Problem, TextField } from "./text-field.tsx";

const NEVER_OPEN: WeeklyHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const CHANNELS = ["in-person", "online"] as const;

/** By which ways the service is given. */
export function ChannelFields() {
  const { text } = useModel();
  const { draft, change } = useEditing();
  const { channels } = draft.value;
  return (
    <Part title={text.standards.channels}>
      <Problem at="/channels" />
      <div class="choice-row">
        {CHANNELS.map((way) => (
          <Tick
            key={way}
            testid={`channel-${way}`}
            isOn={channels.some(({ id }) => id === way)}
            onChange={(isOn) =>
              change({
                channels: isOn ? [...channels, channelOf(way)] : channels.filter(({ id }) => id !== way),
              })
            }
          >
            {text.start.channels[way]}
          </Tick>
        ))}
      </div>
      {channels
        .filter(({ applicantActions }) => applicantActions.length > 0)
        .map(({ id, applicantActions, deliveryText }) => (
          <p key={id} class="ti-meta">
            {text.start.channels[id]}: {[...applicantActions, deliveryText ?? ""].join(" ")}
          </p>
        ))}
    </Part>
  );
}

const channelOf = (id: (typeof CHANNELS)[number]): DraftStandard["channels"][number] => ({
  ...{ id, title: null, mode: id, applicantActions: [], formFields: [], photoSource: "" },
  ...{ needsIdentityDocument: null, delivery: [], deliveryText: null },
});

/** Hours, fee, what is made, and where to complain. */
export function OtherFields() {
  const words = useModel().text.standards;
  const { draft, change } = useEditing();
  const { hours, fees, products, complaints } = draft.value;
  return (
    <>
      <Part title={words.hours}>
        <Linked lines={linesOf(hours?.cites ?? [])}>
          <WeekFields
            week={weekOf(hours?.weekly ?? NEVER_OPEN)}
            name="published"
            onChange={(next) => change({ hours: hoursOf(hours, next) })}
          />
          {DAYS.map((day) => (
            <Problem key={day} at={`/hours/weekly/${day}`} />
          ))}
        </Linked>
      </Part>
      <Part title={words.fee}>
        <Linked lines={linesOf(fees.cites)}>
          <TextField
            label={words.fee}
            isLabelHidden
            testid="field-fee"
            value={fees.text}
            onChange={(written) => change({ fees: { ...fees, text: written, amountIdr: amountIn(written) } })}
          />
        </Linked>
      </Part>
      <Part title={words.products}>
        <ol class="doc-rows">
          {products.map((product, at) => (
            <li key={at} class="doc-row">
              <TextField
                label={words.products}
                isLabelHidden
                value={product}
                onChange={(written) => change({ products: products.with(at, written) })}
              />
              <RowTools name={product} onRemove={() => change({ products: products.toSpliced(at, 1) })} />
            </li>
          ))}
        </ol>
        <AddRow
          label={words.addProduct}
          testid="add-product"
          onAdd={() => change({ products: [...products, ""] })}
        />
      </Part>
      <Part title={words.complaints}>
        <ul class="ti-meta">
          {complaints.channels.map(({ type, value }, index) => (
            <li key={index}>{value ?? words.complaintWays[type] ?? type}</li>
          ))}
          {(complaints.procedure?.steps ?? []).map(({ seq, text, target, targetText }) => (
            <li key={`step-${seq}`}>
              {seq}. {text} {targetText ?? target?.text ?? ""}
            </li>
          ))}
          {complaints.channels.length === 0 ? <li>{words.noComplaints}</li> : null}
        </ul>
      </Part>
    </>
  );
}

const DAYS = Object.keys(NEVER_OPEN) as (keyof WeeklyHours)[];

const hoursOf = (before: DraftStandard["hours"], weekly: WeeklyHours): DraftStandard["hours"] =>
  Object.values(weekly).every((day) => day.length === 0)
    ? null
    : { texts: before?.texts ?? [], cites: before?.cites ?? [], weekly };

/** Rupiah as documents write it: `Rp 5.000`. What names no amount is free. */
const amountIn = (written: string): number =>
  Number((/rp\.?\s*([\d.]+)/i.exec(written)?.[1] ?? "0").replaceAll(".", ""));
