import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useFrame } from "../../ui/frame.ts";
import { Icon } from "../../ui/icons.tsx";
import { Picture } from "../../ui/picture.tsx";
import type { Turns } from "./turns.ts";

/** One side of a design as it comes out of the printer, with an invented member. */
export function DesignPicture({
  design: { name, title, version, orientation, trouble },
  side,
  turns,
}: {
  readonly design: DesignView;
  readonly side: "front" | "back";
  readonly turns: Turns;
}) {
  const { text, connection } = useModel();
  const isOpen = connection.link.value === "open";
  const key = isOpen && trouble === null ? `${name}@${version}/${side}` : undefined;
  const { bytes, fault } = useFrame(key, (signal) =>
    turns.take(signal, async () => {
      const { card } = await connection.call("design.preview", { name, version, side }, { signal });
      return card;
    }),
  );
  const label = text.cards[side](title);
  const isEmpty = bytes === undefined;
  return (
    <figure class={`design-picture ${orientation}`}>
      <span class="id1" aria-busy={isEmpty && !fault && trouble === null}>
        {bytes ? <Picture bytes={bytes} label={label} testid={`picture-${name}-${side}`} /> : null}
        {isEmpty && (fault || trouble) ? (
          <span class="ti-meta">
            <Icon name="alert" size="small" /> {text.cards.notDrawn}
          </span>
        ) : null}
        {isEmpty && !fault && !trouble ? (
          <Icon name="run" class="ti-spin" label={text.cards.drawing} />
        ) : null}
      </span>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
