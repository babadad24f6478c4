import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import { type Shot, usePhotoSession } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { PhotoDialog } from "./photo-dialog.tsx";

/** The picture that the case's photo was made of, with the edits it was made by; or why there is none any more. */
export function ReopenedPhoto({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { text } = useModel();
  const session = usePhotoSession();
  const kept = useSignal<{ readonly shot: Shot; readonly edited: Edited } | undefined>(undefined);
  useEffect(() => {
    session.reopen(view.case, (shot, edited) => {
      kept.value = { shot, edited };
    });
  }, []);
  if (kept.value) {
    const { shot, edited } = kept.value;
    return <PhotoDialog view={view} session={session} first={shot} edited={edited} onClose={onClose} />;
  }
  if (!session.taking.fault) return null;
  return (
    <Dialog title={text.photo.title} onClose={onClose} testid="photo-gone">
      <div class="dialog-body">
        <FaultNote fault={session.taking.fault} />
      </div>
    </Dialog>
  );
}
