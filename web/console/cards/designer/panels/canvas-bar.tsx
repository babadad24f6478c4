import { useModel } from "../../../state/model.ts";
import { Icon, type IconName } from "../../../ui/icons.tsx";
import { GRIDS } from "../canvas/canvas-view.ts";
import { useDesigning } from "../designing.ts";
import { turnTo } from "../draft/editor.ts";
import { BarChoice } from "./bar-choice.tsx";
import { ShownOnChoice } from "./shown-on-choice.tsx";
import { SquareButton } from "./square-button.tsx";

/** Over the card: which side, back and forth, how large, and on whom. */
export function CanvasBar() {
  const { text } = useModel();
  const { session, view } = useDesigning();
  const { designer } = text;
  const { side, history } = session.editor.value;
  return (
    <div class="canvas-bar">
      {session.draft.back ? (
        <fieldset class="segments" aria-label={designer.side}>
          {(["front", "back"] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="ti-btn ti-btn-quiet"
              aria-pressed={side === one}
              data-testid={`side-${one}`}
              onClick={() => session.do((editor) => turnTo(editor, one))}
            >
              {designer.sides[one]}
            </button>
          ))}
        </fieldset>
      ) : null}
      <Tool icon="undo" label={designer.undo} isOn={history.past.length > 0} onPress={() => session.undo()} />
      <Tool
        icon="redo"
        label={designer.redo}
        isOn={history.future.length > 0}
        onPress={() => session.redo()}
      />
      <BarChoice
        label={designer.grid}
        value={view.grid.value}
        testid="grid"
        onChange={(value) => {
          view.grid.value = GRIDS.find((grid) => grid === value) ?? "off";
        }}
      >
        {GRIDS.map((grid) => (
          <option key={grid} value={grid}>
            {designer.grids[grid]}
          </option>
        ))}
      </BarChoice>
      <button
        type="button"
        class="ti-btn ti-btn-quiet"
        aria-pressed={view.isSnapping.value}
        data-testid="snap"
        onClick={() => {
          view.isSnapping.value = !view.isSnapping.value;
        }}
      >
        <Icon name={view.isSnapping.value ? "check" : "x"} size="small" />
        {designer.snap}
      </button>
      <Tool icon="minus" label={designer.zoomOut} isOn onPress={() => view.zoom("out")} />
      <Tool icon="expand" label={designer.zoomFit} isOn onPress={() => view.zoom("fit")} />
      <Tool icon="plus" label={designer.zoomIn} isOn onPress={() => view.zoom("in")} />
      <ShownOnChoice />
    </div>
  );
}

function Tool({
  icon,
  label,
  isOn,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}) {
  return (
    <SquareButton icon={icon} label={label} isOn={isOn} isQuiet testid={`tool-${icon}`} onPress={onPress} />
  );
}
