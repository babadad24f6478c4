import { BACKGROUNDS, LOOK_LIMITS } from "../../src/bridge/protocol/limits.ts";
import { GroundPreview } from "./ground-preview.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import { type Edits, edit, turn, undo } from "./photo-edits.ts";
import { type Shot, sizeOfShot } from "./photo-session.ts";

const { rollDegrees, brightness, contrast } = LOOK_LIMITS;
const SLIDERS = {
  rollDegrees: { min: -rollDegrees, max: rollDegrees, step: 0.5 },
  brightness: { min: brightness.low, max: brightness.high, step: 0.05 },
  contrast: { min: contrast.low, max: contrast.high, step: 0.05 },
} as const;
type Slider = keyof typeof SLIDERS;

/** Turn, straighten, light and background; every edit can be taken back, one by one. */
export function EditTools({
  shot,
  edits,
  onEdits,
}: {
  readonly shot: Shot;
  readonly edits: Edits;
  readonly onEdits: (edits: Edits) => void;
}) {
  const { photo: text } = usePhotoDesk().text;
  const { look } = edits.now;
  const size = sizeOfShot(shot);
  const slide = (name: Slider, value: number): void =>
    onEdits(edit(edits, { look: { ...look, [name]: value } }, name));
  return (
    <div class="edit-tools" data-testid="edit-tools">
      <div class="edit-row">
        <button
          type="button"
          class="ti-btn"
          data-testid="turn-left"
          onClick={() => onEdits(turn(edits, -1, size))}
        >
          {text.turnLeft}
        </button>
        <button
          type="button"
          class="ti-btn"
          data-testid="turn-right"
          onClick={() => onEdits(turn(edits, 1, size))}
        >
          {text.turnRight}
        </button>
      </div>
      {(Object.keys(SLIDERS) as Slider[]).map((name) => (
        <label key={name} class="edit-slider">
          <span>{text.sliders[name]}</span>
          <input
            type="range"
            {...SLIDERS[name]}
            value={look[name]}
            data-testid={`slide-${name}`}
            onInput={(event) => slide(name, event.currentTarget.valueAsNumber)}
          />
        </label>
      ))}
      <fieldset class="edit-grounds">
        <legend>{text.background}</legend>
        {[null, ...BACKGROUNDS].map((background) => (
          <button
            key={background ?? "wall"}
            type="button"
            class="ti-btn"
            aria-pressed={look.background === background}
            data-testid={`ground-${background ?? "wall"}`}
            onClick={() =>
              onEdits(edit(edits, { look: { ...look, background } }, `ground ${edits.past.length}`))
            }
          >
            {text.backgrounds[background ?? "wall"]}
          </button>
        ))}
      </fieldset>
      {look.background === null ? null : <GroundPreview shot={shot} edited={edits.now} />}
      <button
        type="button"
        class="ti-btn"
        data-testid="photo-undo"
        disabled={edits.past.length === 0}
        onClick={() => onEdits(undo(edits))}
      >
        {text.undo(edits.past.length)}
      </button>
    </div>
  );
}
