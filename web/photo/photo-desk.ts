import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Connection } from "../console/connection.ts";
import type { CameraWatch } from "../console/state/camera-watch.ts";
import type { DeskState } from "../console/state/desk-state.ts";
import type { Messages } from "../messages/id.ts";
import type { FaceFinder } from "./face/face-finder.ts";

type Texts = "photo" | "face" | "devices" | "reasons" | "unknownReason";

/** What the photo parts need of whatever shows them, the console or the companion. */
export interface PhotoDesk {
  readonly text: Pick<Messages, Texts> & { readonly link: Pick<Messages["link"], "lost"> };
  readonly connection: Connection;
  readonly desk: DeskState;
  readonly cameras: CameraWatch;
  readonly faces: FaceFinder;
  clock(instant: Date | string): string;
}

const Context = createContext<PhotoDesk | undefined>(undefined);
export const PhotoDeskProvider = Context.Provider;

export function usePhotoDesk(): PhotoDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error("No photo desk above this component.");
  return desk;
}
