import { useModel } from "../state/model.ts";
import { type Action, useWork } from "./work.ts";

export type { Action } from "./work.ts";

/** A press of a button that talks to the daemon, with a fault to show beside it. */
export function useAction(): Action {
  return useWork(useModel().text.link.lost);
}
