import type { PhotoSession } from "../../photo/photo-session.ts";
import { SourceTrouble } from "../../photo/source-trouble.tsx";
import { reasonText } from "../devices/reason-text.ts";
import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";
import { waitsForPage } from "./lend-button.tsx";

/** Why no picture can be taken or read here, and what to do instead. */
export function CameraTrouble({ session }: { readonly session: PhotoSession }) {
  const { text, lending } = useModel();
  const { device, trouble } = session;
  return (
    <>
      {device?.health.level === "down" ? (
        <Note
          tone="bad"
          title={`${text.photo.noCamera} ${reasonText(text, device.health.reasons[0]).what}.`}
          text={`${reasonText(text, device.health.reasons[0]).mend} ${waitsForPage(session) ? "" : text.photo.noCameraMend}`}
          testid="camera-trouble"
        />
      ) : null}
      {lending.isRefused.value && trouble.value === undefined ? (
        <Note tone="warn" title={text.photo.noBrowserCamera} text={text.photo.noBrowserCameraMend} />
      ) : null}
      <SourceTrouble session={session} />
    </>
  );
}
