import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { Crop } from "../../photo/crop.ts";
import { type Shot, sendShot } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface PhotoKeeping {
  readonly keeping: Action;
  keep(shot: Shot, crop: Crop, done: () => void): void;
}

/** The photo becomes the case's, and its step ends. */
export function usePhotoKeeping(view: CaseView): PhotoKeeping {
  const { connection, desk } = useModel();
  const keeping = useAction();
  return {
    keeping,
    keep(shot, crop, done) {
      keeping.run(async () => {
        const { source } = shot;
        const kept = await sendShot(connection, shot, (photo) =>
          connection.call("photo.keep", { case: view.case, photo, source, crop }),
        );
        desk.putCase(kept);
        done();
      });
    },
  };
}
