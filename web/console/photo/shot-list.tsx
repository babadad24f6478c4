import type { Shot } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { Picture } from "../ui/picture.tsx";

const PLACES = [0, 1, 2] as const;

/** The last three shots, to compare and choose. */
export function ShotList({
  shots,
  chosen,
  onChoose,
  onAdd,
}: {
  readonly shots: readonly Shot[];
  readonly chosen: Shot | undefined;
  readonly onChoose: (shot: Shot) => void;
  readonly onAdd: () => void;
}) {
  const { text } = useModel();
  return (
    <div>
      <p class="ti-cap">{text.photo.shots}</p>
      <div class="shots">
        {PLACES.map((place) => {
          const shot = shots[place];
          if (!shot) {
            return (
              <button key={place} type="button" class="shot empty" onClick={onAdd}>
                <span class="ti-photo">
                  <Icon name="plus" />
                </span>
                {text.photo.empty}
              </button>
            );
          }
          const isChosen = shot === chosen;
          return (
            <button
              key={place}
              type="button"
              class={isChosen ? "shot on" : "shot"}
              aria-pressed={isChosen}
              onClick={() => onChoose(shot)}
            >
              <span class="ti-photo">
                <Picture bytes={shot.bitmap} label={text.photo.shot(shot.number)} />
              </span>
              {isChosen ? text.photo.chosen : text.photo.shot(shot.number)}
            </button>
          );
        })}
      </div>
    </div>
  );
}
