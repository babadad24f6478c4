import { useEffect, useRef } from "preact/hooks";
import { useModel } from "../../../state/model.ts";
import { useDesigning } from "../designing.ts";
import { layersIn, select } from "../draft/editor.ts";
import { boxOf } from "../draft/layer-box.ts";
import { HANDLES } from "../draft/resize.ts";
import { layerName, layerPlace } from "../layer-names.ts";
import { placed } from "./placed.ts";
import type { Drag } from "./use-drag.ts";

/**
 * A frame for every layer of this side that may be moved, and handles for the one chosen. Tab stops at the chosen one only,
 * so that the way on to its properties does not lead over all the others.
 */
export function LayerBoxes({ drag }: { readonly drag: Drag }) {
  const { text, language } = useModel();
  const { session, view } = useDesigning();
  const editor = session.editor.value;
  const scale = view.pxPerMm.value;
  const movable = layersIn(editor).filter(({ id }) => !editor.locked.has(id));
  const [only, ...more] = movable.filter(({ id }) => editor.selected.includes(id));
  const tabStop = only?.id ?? movable[0]?.id;
  const chosen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const isAmongBoxes = document.activeElement?.classList.contains("layer-box") ?? false;
    if (isAmongBoxes) chosen.current?.focus();
  }, [only?.id]);
  return (
    <>
      {movable.map(({ id, layer }) => (
        <button
          key={id}
          type="button"
          ref={id === only?.id ? chosen : null}
          class="layer-box"
          tabIndex={id === tabStop ? 0 : -1}
          aria-pressed={editor.selected.includes(id)}
          aria-label={`${layerName(layer, text)}, ${layerPlace(layer, text, language)}`}
          data-testid={`box-${layer.kind}-${id}`}
          style={placed(boxOf(layer), scale)}
          onPointerDown={(event) => drag.press(event, id)}
          onFocus={(event) => {
            if (event.currentTarget.matches(":focus-visible")) session.do((now) => select(now, [id]));
          }}
        />
      ))}
      {only && more.length === 0 ? (
        <div class="handles" style={placed(boxOf(only.layer), scale)}>
          {HANDLES.map((handle) => (
            <i
              key={handle}
              class={`handle handle-${handle}`}
              data-testid={`handle-${handle}`}
              onPointerDown={(event) => drag.pull(event, handle)}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}
