import { useModel } from "../../../state/model.ts";
import { useDesigning } from "../designing.ts";
import type { DraftLayer } from "../draft/draft.ts";
import { selectedIn } from "../draft/editor.ts";
import { layerName } from "../layer-names.ts";
import { BoxFields } from "./box-fields.tsx";
import { CardFields } from "./card-fields.tsx";
import { BarcodeFields, QrFields } from "./code-fields.tsx";
import { ColourField } from "./colour-field.tsx";
import { NumberField } from "./number-field.tsx";
import { PictureFields } from "./picture-fields.tsx";
import { ShapeFields } from "./shape-fields.tsx";
import { TextFields } from "./text-fields.tsx";
import { useLayerChange } from "./use-layer.ts";
import { WhenFields } from "./when-fields.tsx";

/** Everything about what is chosen: one layer, several, or the card. */
export function Properties() {
  const { text } = useModel();
  const { session } = useDesigning();
  const chosen = selectedIn(session.editor.value);
  const [one, ...more] = chosen;
  return (
    <section class="ti-panel properties" aria-label={text.designer.properties.card} data-testid="properties">
      {one === undefined ? <CardFields /> : null}
      {one !== undefined && more.length > 0 ? (
        <>
          <h3>{text.designer.properties.many(chosen.length)}</h3>
          <p>{text.designer.properties.manyHint}</p>
        </>
      ) : null}
      {one !== undefined && more.length === 0 ? <LayerFields key={one.id} one={one} /> : null}
    </section>
  );
}

/** Half of the shorter side rounds it wholly. */
const LARGEST_RADIUS_MM = 27;

function LayerFields({ one }: { readonly one: DraftLayer }) {
  const { text } = useModel();
  const { id, layer } = one;
  const change = useLayerChange<Extract<typeof layer, { readonly kind: "rect" }>>(id);
  const { properties } = text.designer;
  return (
    <>
      <h3 class="two-lines">{layerName(layer, text)}</h3>
      {layer.kind === "text" ? <TextFields id={id} layer={layer} /> : null}
      {layer.kind === "barcode" ? <BarcodeFields id={id} layer={layer} /> : null}
      {layer.kind === "qr" ? <QrFields id={id} layer={layer} /> : null}
      {layer.kind === "image" ? <PictureFields id={id} layer={layer} /> : null}
      {layer.kind === "shape" ? <ShapeFields id={id} layer={layer} /> : null}
      {layer.kind === "rect" ? (
        <ColourField
          label={properties.fill}
          value={layer.fill}
          onChange={(fill, gesture) => change({ fill }, gesture)}
          testid="field-fill"
        />
      ) : null}
      <BoxFields one={one} />
      {layer.kind === "text" || layer.kind === "shape" ? null : (
        <NumberField
          label={properties.radius}
          value={layer.radius ?? 0}
          least={0}
          most={LARGEST_RADIUS_MM}
          onChange={(radius, gesture) => change({ radius: radius || undefined }, gesture)}
        />
      )}
      <WhenFields id={id} layer={layer} />
    </>
  );
}
