import type { ComponentChildren } from "preact";
import { useEditing } from "./editing.ts";

/** A part of the draft, and the lines of the source it was read from: pointer or focus on the one lights up the other. */
export function Linked({
  lines,
  children,
  class: look = "",
  testid,
}: {
  readonly lines: readonly number[];
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly testid?: string;
}) {
  const { lit } = useEditing();
  const isLit = lines.some((line) => lit.value.includes(line));
  const light = (): void => {
    if (lines.length > 0) lit.value = lines;
  };
  const dark = (): void => {
    lit.value = [];
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only light up, nothing is pressed here
    <div
      class={`linked ${look}${isLit ? " is-lit" : ""}`}
      data-testid={testid}
      onMouseEnter={light}
      onMouseLeave={dark}
      onFocusIn={light}
      onFocusOut={dark}
    >
      {children}
    </div>
  );
}

export const linesOf = (cites: readonly { readonly line: number }[]): readonly number[] =>
  cites.map(({ line }) => line);
