import type { ComponentChildren } from "preact";
import type { Fault } from "../connection.ts";
import { Note } from "./note.tsx";

/** The daemon's own words, split after the first sentence: what happened, then what to do. */
export function FaultNote({
  fault,
  children,
}: {
  readonly fault: Fault | undefined;
  readonly children?: ComponentChildren;
}) {
  if (!fault || fault.text === "") return null;
  const end = fault.text.indexOf(". ");
  const what = end === -1 ? fault.text : fault.text.slice(0, end + 1);
  return (
    <Note tone="bad" title={what} text={end === -1 ? undefined : fault.text.slice(end + 2)} testid="fault">
      {children}
    </Note>
  );
}
