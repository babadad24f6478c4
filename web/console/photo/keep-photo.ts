import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import { type Shot, sendShot } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface PhotoKeeping {
  readonly keeping: Action;
  keep(shot: Shot, edited: Edited, done: () => void): void;
}

/** The photo becomes the case's, and its step ends. */
export function usePhotoKeeping(view: CaseView): PhotoKeeping {
  const { connection, desk } = useModel();
  const keeping = useAction();
  return {
    keeping,
    keep(shot, edited, done) {
      keeping.run(async () => {
        const { source } = shot;
        const kept = await sendShot(connection, shot, (photo) =>
          connection.call("photo.keep", { case: view.case, photo, source, ...edited }),
        );
        desk.putCase(kept);
        done();
      });
    },
  };
}
