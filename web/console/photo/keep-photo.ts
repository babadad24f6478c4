import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { keepShot } from "../../photo/send-shot.ts";
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
        desk.putCase(await keepShot(connection, view.case, shot, edited));
        done();
      });
    },
  };
}
