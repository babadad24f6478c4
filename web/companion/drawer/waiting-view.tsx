import { FaultNote } from "../../console/ui/fault-note.tsx";
import { Icon } from "../../console/ui/icons.tsx";
import { Note } from "../../console/ui/note.tsx";
import { Picture } from "../../console/ui/picture.tsx";
import { useCompanion } from "../companion-model.ts";
import type { Delivery, Waiting } from "./delivery.ts";
import { GoButton } from "./go-button.tsx";

/** INLISLite did not take the photo: why, what to do, and the photo itself, which is not lost. */
export function WaitingView({
  waiting,
  delivery,
  onAgain,
}: {
  readonly waiting: Waiting;
  readonly delivery: Delivery;
  readonly onAgain: () => void;
}) {
  const { text } = useCompanion();
  const { drawer } = text;
  const { failure, jpeg } = waiting;
  const said =
    failure === undefined
      ? { what: drawer.fromBefore, mend: drawer.fromBeforeMend }
      : drawer.failures[failure];
  return (
    <>
      <figure class="ti-photo live">
        <Picture bytes={jpeg} label={text.bar.photo} testid="kept-photo" />
      </figure>
      <Note tone="bad" title={said.what} text={said.mend} testid={`put-${failure ?? "before"}`} />
      <FaultNote fault={delivery.sending.fault} />
      <GoButton
        icon="refresh"
        label={delivery.sending.isSlow ? drawer.putting : drawer.retry}
        action={delivery.sending}
        onPress={() => delivery.retry()}
        testid="photo-retry"
      />
      <div class="others">
        <button type="button" class="ti-btn ti-btn-left" data-testid="photo-again" onClick={onAgain}>
          <Icon name="camera" />
          {drawer.again}
        </button>
      </div>
    </>
  );
}
