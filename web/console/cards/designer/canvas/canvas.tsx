import { useEffect, useRef } from "preact/hooks";
import { useModel } from "../../../state/model.ts";
import { Picture } from "../../../ui/picture.tsx";
import type { Drawn } from "../designer-session.ts";
import { useDesigning } from "../designing.ts";
import { CORNER_MM, cardBox, safeBox } from "../draft/card-area.ts";
import { select } from "../draft/editor.ts";
import { canvasKey } from "./canvas-keys.ts";
import { MARGIN_MM } from "./canvas-view.ts";
import { Guides } from "./guides.tsx";
import { LayerBoxes } from "./layer-boxes.tsx";
import { placed, px } from "./placed.ts";
import { RULER_PX, Rulers } from "./rulers.tsx";
import { useDrag } from "./use-drag.ts";

/** The card in millimetres: the daemon's own picture of it, and over that what can be taken hold of. */
export function Canvas({ drawn, isStale }: { readonly drawn: Drawn | undefined; readonly isStale: boolean }) {
  const { text } = useModel();
  const { session, view } = useDesigning();
  const room = useRef<HTMLDivElement>(null);
  const gesture = useRef<string>("");
  const drag = useDrag();
  const { orientation } = session.draft;
  const card = cardBox(orientation);
  const scale = view.pxPerMm.value;

  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = new ResizeObserver(() => {
      view.room.value = {
        width: element.clientWidth - RULER_PX - 2,
        height: element.clientHeight - RULER_PX - 2,
      };
    });
    measure.observe(element);
    return () => measure.disconnect();
  }, [view]);

  const sheet = { width: card.width + 2 * MARGIN_MM, height: card.height + 2 * MARGIN_MM };
  const { side } = session.editor.value;
  return (
    <div
      ref={room}
      class="canvas-room"
      data-testid="canvas"
      onWheel={(event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        view.zoom(event.deltaY < 0 ? "in" : "out");
      }}
    >
      <div class="canvas-frame" style={{ paddingLeft: px(RULER_PX), paddingTop: px(RULER_PX) }}>
        <Rulers width={sheet.width} height={sheet.height} scale={scale} />
        <section
          class="canvas-sheet"
          aria-label={text.designer.canvas(text.designer.sides[side])}
          data-stale={isStale}
          style={{ width: px(sheet.width * scale), height: px(sheet.height * scale) }}
          onPointerDown={(event) => {
            if (event.target === event.currentTarget) session.do((editor) => select(editor, []));
          }}
          onPointerMove={drag.move}
          onPointerUp={drag.drop}
          onPointerCancel={drag.drop}
          onKeyDown={(event) => {
            if (!event.repeat) gesture.current = session.newGesture();
            if (canvasKey(event, session, gesture.current)) event.preventDefault();
          }}
        >
          {drawn ? (
            <div
              class="canvas-sheet-picture"
              style={placed(
                {
                  x: -drawn.originPx.x / drawn.pxPerMm,
                  y: -drawn.originPx.y / drawn.pxPerMm,
                  width: drawn.widthPx / drawn.pxPerMm,
                  height: drawn.heightPx / drawn.pxPerMm,
                },
                scale,
              )}
            >
              <Picture
                bytes={drawn.bytes}
                label={text.designer.canvas(text.designer.sides[side])}
                testid="preview"
              />
            </div>
          ) : null}
          {view.grid.value === "off" ? null : (
            <div
              class="canvas-sheet-grid"
              style={{
                ...placed(card, scale),
                backgroundSize: `${(view.gridMm ?? 1) * scale}px ${(view.gridMm ?? 1) * scale}px`,
              }}
            />
          )}
          <div
            class="canvas-sheet-card"
            style={{ ...placed(card, scale), borderRadius: px(CORNER_MM * scale) }}
          />
          <div class="canvas-sheet-safe" style={placed(safeBox(orientation), scale)} />
          <LayerBoxes drag={drag} />
          <Guides />
        </section>
      </div>
    </div>
  );
}
