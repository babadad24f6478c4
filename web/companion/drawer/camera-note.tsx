import { reasonText } from "../../console/devices/reason-text.ts";
import { Icon } from "../../console/ui/icons.tsx";
import { Note } from "../../console/ui/note.tsx";
import { BROWSER, type PhotoSession } from "../../photo/photo-session.ts";
import { SourceTrouble } from "../../photo/source-trouble.tsx";
import { useCompanion } from "../companion-model.ts";

/** A page on a plain-http address has no camera at all, and the browser asks nobody. */
export const hasBrowserCamera = (): boolean => navigator.mediaDevices !== undefined;

/** The browser's camera is the page's own way only where the desk has none. */
export const isWithoutCamera = ({ cameras, browser }: PhotoSession): boolean =>
  cameras.length === 0 && browser.value === undefined;

/** Why no picture comes, and what to do instead. */
export function CameraNote({ session }: { readonly session: PhotoSession }) {
  const model = useCompanion();
  const { text } = model;
  const { device, camera } = session;
  const reason = device?.health.level === "down" ? reasonText(text, device.health.reasons[0]) : undefined;
  return (
    <>
      {reason && device ? (
        <>
          <Note
            tone="bad"
            title={`${text.photo.noCamera} ${reason.what}.`}
            text={reason.mend}
            testid="camera-trouble"
          />
          <button
            type="button"
            class="ti-btn"
            data-testid="camera-retry"
            onClick={() => model.retry(device.device)}
          >
            <Icon name="refresh" />
            {text.devices.retry}
          </button>
        </>
      ) : null}
      {camera.value === BROWSER && isWithoutCamera(session) && !hasBrowserCamera() ? (
        <Note tone="warn" title={text.drawer.noCamera} text={text.drawer.noCameraMend} testid="no-camera" />
      ) : null}
      <SourceTrouble session={session} />
    </>
  );
}
