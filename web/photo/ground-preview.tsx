import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../src/bridge/protocol/commands.ts";
import { Picture } from "../console/ui/picture.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import type { Edited } from "./photo-edits.ts";
import type { Shot } from "./photo-session.ts";
import { sendShot } from "./send-shot.ts";

/** While a slider moves the daemon is not asked, ms. */
const REST_MS = 350;

interface Prepared {
  readonly jpeg: Uint8Array;
  readonly result: Result<"photo.prepare">["background"];
}

/** The photo as the daemon makes it with another background, or in words why it left the wall. */
export function GroundPreview({ shot, edited }: { readonly shot: Shot; readonly edited: Edited }) {
  const { connection, text } = usePhotoDesk();
  const prepared = useSignal<Prepared | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      sendShot(connection, shot, (photo) =>
        connection.call("photo.prepare", { photo, ...edited, copy: "card" }),
      )
        .then(async ({ photo, background }) => {
          const jpeg = await connection.frame(photo);
          if (isCurrent) prepared.value = { jpeg, result: background };
        })
        // The photo itself is kept by the same road, which says what is wrong.
        .catch(() => undefined);
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [shot, edited]);

  const now = prepared.value;
  if (!now) return <p class="ti-meta">{text.photo.backgroundWorking}</p>;
  return (
    <div class="ground-preview" data-testid="ground-preview" data-result={now.result}>
      <Picture bytes={now.jpeg} label={text.photo.backgroundPreview} />
      <p class={now.result === "replaced" ? "ti-meta" : "ti-meta w"}>
        {text.photo.backgroundResults[now.result]}
      </p>
    </div>
  );
}
