import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { liveStepMs } from "../../console/desk/live-times.ts";
import { stopwatch } from "../../console/format/time.ts";
import { usePhotoEditing } from "../../photo/photo-editing.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import { type Shot, usePhotoSession } from "../../photo/photo-session.ts";
import { useCompanion } from "../companion-model.ts";
import type { PhotoPlace } from "../pages/page.ts";
import { useDelivery } from "./delivery.ts";
import { Drawer } from "./drawer.tsx";
import { FolderView } from "./folder-view.tsx";
import { FrozenView } from "./frozen-view.tsx";
import { LiveView } from "./live-view.tsx";
import { WaitingView } from "./waiting-view.tsx";

/** Live, freeze, crop, put right, use. Mounted anew for every member: a shot never outlives the page it was taken for. */
export function PhotoDrawer({ place }: { readonly place: PhotoPlace }) {
  const { text, shutter } = useCompanion();
  const session = usePhotoSession();
  const delivery = useDelivery(place);
  const isInFolder = useSignal(false);
  const editing = usePhotoEditing();
  const { shot, edits } = editing;
  const pressed = useRef(shutter.peek());

  const show = (next: Shot, edited?: Edited): void => {
    editing.show(next, edited);
    isInFolder.value = false;
    delivery.drop();
  };
  const goLive = (): void => {
    editing.clear();
    isInFolder.value = false;
    delivery.drop();
  };
  const isLive = (): boolean =>
    !shot.peek() && !isInFolder.peek() && !delivery.waiting.peek() && session.device?.health.level !== "down";

  // INLISLite's page may hold the only camera of the desk.
  useEffect(() => place.releaseCamera(), []);
  useSignalEffect(() => {
    if (shutter.value === pressed.current) return;
    pressed.current = shutter.value;
    if (isLive()) session.take(show);
  });

  const now = shot.value;
  const window = edits.value;
  const waiting = delivery.waiting.value;
  return (
    <Drawer
      title={text.bar.photo}
      closeLabel={text.drawer.close}
      testid="photo-drawer"
      aside={<StepTime />}
      onBack={() => {
        const isBack = now !== undefined || isInFolder.value;
        if (isBack) goLive();
        return isBack;
      }}
    >
      {waiting ? (
        <WaitingView waiting={waiting} delivery={delivery} onAgain={goLive} />
      ) : now && window ? (
        <FrozenView
          key={now.number}
          shot={now}
          edits={window}
          editing={editing}
          delivery={delivery}
          onAgain={goLive}
        />
      ) : isInFolder.value && session.folder ? (
        <FolderView session={session} onShot={show} onBack={goLive} />
      ) : (
        <LiveView
          session={session}
          onShot={show}
          onFolder={() => {
            isInFolder.value = true;
          }}
        />
      )}
    </Drawer>
  );
}

/** `1:12 / 3:00` of the step that is running, where it is this one. */
function StepTime() {
  const { desk, shown } = useCompanion();
  const live = shown.value && desk.live(shown.value.case);
  const step = live?.view.steps.find(({ state }) => state === "now");
  if (!live || !step || (step.key !== "photo" && step.key !== "photo-upload")) return null;
  return (
    <span class="steptime" role="timer">
      <strong>{stopwatch(liveStepMs(step, live) ?? 0)}</strong>
      {step.targetSeconds === null ? "" : ` / ${stopwatch(step.targetSeconds * 1000)}`}
    </span>
  );
}
