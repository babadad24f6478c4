import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";
import { cellsOf, type Layout, type SheetSetup } from "./sheet-choice.tsx";

/** A colour card of a desktop printer, ms (facts: 16 to 45 s by model); and a sheet of ten with the look at it. */
const USUAL_MS = { card: 35_000, sheet: 60_000 } as const;

/** What a batch will use up and how long it will take, before anything is begun. */
export function NeedsLine({
  count,
  printer,
  layout,
  setup,
}: {
  readonly count: number;
  readonly printer: DeviceView | undefined;
  readonly layout: Layout | undefined;
  readonly setup: SheetSetup;
}) {
  const model = useModel();
  const words = model.text.batch;
  const sheets = layout ? Math.ceil((setup.startCell + count) / cellsOf(layout, setup.backs)) : 0;
  const pieces = layout && !layout.isTray ? sheets : count;
  const minutes = Math.max(
    1,
    Math.round((layout ? sheets * USUAL_MS.sheet : count * USUAL_MS.card) / 60_000),
  );
  const left = Math.min(
    ...(printer?.supplies ?? []).flatMap((supply) =>
      supply.left !== null && supply.kind !== "cleaning" ? [supply.left] : [],
    ),
  );
  return (
    <>
      <p class="batch-needs" data-testid="batch-needs">
        <strong>
          {layout && !layout.isTray
            ? words.needsSheets(model.count(sheets))
            : words.needs(model.count(count))}
        </strong>{" "}
        · {words.estimate(model.count(minutes))}
      </p>
      {Number.isFinite(left) && left < pieces ? (
        <Note tone="warn" title={words.low(model.count(left))} />
      ) : null}
    </>
  );
}
