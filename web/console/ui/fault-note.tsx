import type { ComponentChildren } from "preact";
import type { Fault } from "../connection.ts";
import { faultWords } from "./fault-words.ts";
import { Note } from "./note.tsx";

/** What the daemon said of a request that failed. */
export function FaultNote({
  fault,
  children,
}: {
  readonly fault: Fault | undefined;
  readonly children?: ComponentChildren;
}) {
  if (!fault || fault.text === "") return null;
  const { what, mend } = faultWords(fault.text);
  return (
    <Note tone="bad" title={what} text={mend} testid="fault">
      {children}
    </Note>
  );
}
