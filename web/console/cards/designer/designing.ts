import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CanvasView } from "./canvas/canvas-view.ts";
import type { DesignerSession } from "./designer-session.ts";

/** What every part of the designer works on. */
export interface Designing {
  /** Counts openings on this page: what belongs to one is never shown with another. */
  readonly opening: number;
  readonly session: DesignerSession;
  readonly view: CanvasView;
}

const Context = createContext<Designing | undefined>(undefined);
export const DesigningProvider = Context.Provider;

export function useDesigning(): Designing {
  const designing = useContext(Context);
  if (!designing) throw new Error("No design above this component.");
  return designing;
}
