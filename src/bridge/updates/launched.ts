import { type Places, placesOf, TELLS } from "../../../service-install/versions/places.ts";
import type { Failure } from "../../../service-install/versions/pointer.ts";

/** A version that this desk was on for a while, and is not any more. */
export interface LeftBehind {
  readonly version: string;
  readonly why: Failure["why"];
  /** The store as it was before that version: its own could not have been read here. */
  readonly restored: boolean;
}

/** This daemon as one of several versions that its launcher can start. */
export interface Launched {
  readonly places: Places;
  /** Found out before the store was opened. */
  readonly leftBehind: LeftBehind | undefined;
  /** Ends this daemon in good order; the launcher looks anew which version starts. */
  readonly restart: () => void;
}

/** Where the launcher says that it keeps its versions; undefined for a daemon that was started without one. */
export function placesToldBy(environment: Readonly<Record<string, string | undefined>>): Places | undefined {
  const base = environment[TELLS.base];
  return base && environment[TELLS.versions] ? placesOf(base, environment) : undefined;
}
