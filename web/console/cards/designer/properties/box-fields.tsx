import { useModel } from "../../../state/model.ts";
import { useDesigning } from "../designing.ts";
import { type Box, LONGEST_MM, leastOf, OUTSIDE_MM, roundMm } from "../draft/card-area.ts";
import type { DraftLayer } from "../draft/draft.ts";
import { placeLayers } from "../draft/edits.ts";
import { boxOf } from "../draft/layer-box.ts";
import { NumberField } from "./number-field.tsx";

const SIDES = ["x", "y", "width", "height"] as const satisfies readonly (keyof Box)[];

/** Place and size in millimetres. */
export function BoxFields({ one: { id, layer } }: { readonly one: DraftLayer }) {
  const { properties } = useModel().text.designer;
  const { session } = useDesigning();
  const box = boxOf(layer);
  return (
    <fieldset class="fields">
      <legend>{properties.place}</legend>
      <div class="duo">
        {SIDES.map((side) => (
          <NumberField
            key={side}
            label={properties[side]}
            value={roundMm(box[side])}
            least={side === "x" || side === "y" ? -OUTSIDE_MM : leastOf(layer.kind)}
            most={LONGEST_MM}
            testid={`field-${side}`}
            onChange={(value, gesture) =>
              session.do((editor) => placeLayers(editor, new Map([[id, { ...box, [side]: value }]]), gesture))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
