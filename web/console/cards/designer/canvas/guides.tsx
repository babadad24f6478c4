import { useDesigning } from "../designing.ts";
import { MARGIN_MM } from "./canvas-view.ts";
import { px } from "./placed.ts";

/** The lines that a layer on its way lies on. */
export function Guides() {
  const { view } = useDesigning();
  const scale = view.pxPerMm.value;
  return (
    <>
      {view.guides.value.map(({ axis, at, origin }) => (
        <i
          key={`${axis}${at}${origin}`}
          class={`guide guide-${axis}`}
          data-testid={`guide-${origin}`}
          style={
            axis === "x" ? { left: px((at + MARGIN_MM) * scale) } : { top: px((at + MARGIN_MM) * scale) }
          }
        />
      ))}
    </>
  );
}
