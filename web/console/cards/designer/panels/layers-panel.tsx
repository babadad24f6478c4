import { useModel } from "../../../state/model.ts";
import { Icon } from "../../../ui/icons.tsx";
import { useDesigning } from "../designing.ts";
import { layersIn, lock, movableIn, select, toggle } from "../draft/editor.ts";
import { duplicate, MOST_LAYERS, remove, reorder } from "../draft/edits.ts";
import { layerName } from "../layer-names.ts";
import { AddLayer } from "./add-layer.tsx";
import { SquareButton } from "./square-button.tsx";

/** The layers of this side, the nearest to the eye on top, and what is done with the chosen ones. */
export function LayersPanel() {
  const { text } = useModel();
  const { session } = useDesigning();
  const { layers } = text.designer;
  const editor = session.editor.value;
  const all = layersIn(editor);
  const [only, ...more] = editor.selected;
  const isOne = only !== undefined && more.length === 0;
  const isMovable = movableIn(editor).length > 0;
  return (
    <section class="ti-panel layers" aria-label={layers.title} data-testid="layers">
      <header class="ti-head">
        <h3>{layers.title}</h3>
        <AddLayer isFull={all.length >= MOST_LAYERS} />
      </header>
      <ol>
        {all.toReversed().map(({ id, layer }) => {
          const name = layerName(layer, text);
          const isLocked = editor.locked.has(id);
          return (
            <li key={id} data-testid={`layer-${id}`}>
              <button
                type="button"
                class="layer"
                aria-pressed={editor.selected.includes(id)}
                title={name}
                onClick={(event) =>
                  session.do((now) => (event.shiftKey || event.ctrlKey ? toggle(now, id) : select(now, [id])))
                }
              >
                <span class="ti-cut">{name}</span>
                {layer.when ? <span class="ti-meta">{layers.conditional}</span> : null}
              </button>
              <button
                type="button"
                class="ti-btn ti-btn-quiet square"
                aria-pressed={isLocked}
                aria-label={layers.lock(name)}
                onClick={() => session.do((now) => lock(now, id, !isLocked))}
              >
                <Icon name="lock" size="small" class={isLocked ? undefined : "faint"} />
              </button>
            </li>
          );
        })}
        {all.length === 0 ? <li class="ti-meta">{layers.empty}</li> : null}
      </ol>
      <footer>
        <Act icon="up" label={layers.up} isOn={isOne} onPress={() => raise(1)} />
        <Act icon="down" label={layers.down} isOn={isOne} onPress={() => raise(-1)} />
        <Act
          icon="layers"
          label={layers.duplicate}
          isOn={editor.selected.length > 0 && all.length < MOST_LAYERS}
          onPress={() => session.do(duplicate)}
        />
        <Act icon="x" label={layers.remove} isOn={isMovable} onPress={() => session.do(remove)} />
      </footer>
    </section>
  );

  function raise(by: number): void {
    if (only !== undefined) session.do((now) => reorder(now, only, by));
  }
}

function Act({
  icon,
  label,
  isOn,
  onPress,
}: {
  readonly icon: "up" | "down" | "layers" | "x";
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}) {
  return (
    <SquareButton icon={icon} label={label} isOn={isOn} testid={`layer-act-${icon}`} onPress={onPress} />
  );
}
