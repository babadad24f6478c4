import { useRef } from "preact/hooks";
import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { DesignBadges } from "./design-badges.tsx";
import { DesignPicture } from "./design-picture.tsx";
import { Turns } from "./turns.ts";

/** Drawing holds the daemon's only thread: two pictures at a time leave room for the desk. */
const AT_ONCE = 2;

/** Every design by its pictures; choosing one shows what is known of it. */
export function DesignShelf({
  designs,
  chosen,
  onChoose,
}: {
  readonly designs: readonly DesignView[];
  readonly chosen: string | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const { text } = useModel();
  const turns = useRef<Turns>(new Turns(AT_ONCE));
  return (
    <ul class="shelf" aria-label={text.cards.list} data-testid="designs">
      {designs.map((design) => (
        <li key={design.name} class={design.hasBack ? "two-sided" : undefined}>
          <button
            type="button"
            class="design"
            aria-pressed={design.name === chosen}
            data-testid={`design-${design.name}`}
            onClick={() => onChoose(design.name)}
          >
            <span class="sides">
              <DesignPicture design={design} side="front" turns={turns.current} />
              {design.hasBack ? <DesignPicture design={design} side="back" turns={turns.current} /> : null}
            </span>
            <DesignBadges design={design} />
          </button>
        </li>
      ))}
    </ul>
  );
}
