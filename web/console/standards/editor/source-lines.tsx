import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { DoubtView, SourceLine } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { Icon } from "../../ui/icons.tsx";
import { useEditing } from "./editing.ts";

/** The text as it was pasted, each line with what it was taken for. */
export function SourceLines({
  lines,
  doubts,
}: {
  readonly lines: readonly SourceLine[];
  readonly doubts: readonly DoubtView[];
}) {
  const words = useModel().text.standards;
  const { lit } = useEditing();
  const list = useRef<HTMLOListElement>(null);
  const doubtful = new Set(doubts.map(({ line }) => line));
  // What is lit from the other side is brought into sight; nothing moves under a pointer that is here.
  useSignalEffect(() => {
    const [first] = lit.value;
    if (first === undefined || list.current?.matches(":hover, :focus-within")) return;
    list.current?.querySelector(`[data-line="${first}"]`)?.scrollIntoView({ block: "nearest" });
  });
  return (
    <section class="ti-panel review-source" aria-label={words.source}>
      <h2 class="ti-cap">{words.source}</h2>
      <ol ref={list} data-testid="source-lines">
        {lines.map(({ line, text, part }) => (
          <li
            key={line}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard lights up a line's part of the draft too
            tabIndex={0}
            class={`source-line part-${part}${lit.value.includes(line) ? " is-lit" : ""}`}
            data-line={line}
            onMouseEnter={() => (lit.value = [line])}
            onMouseLeave={() => (lit.value = [])}
            onFocus={() => (lit.value = [line])}
            onBlur={() => (lit.value = [])}
          >
            <span class="source-no">{line}</span>
            <span class="source-text">{inCells(text)}</span>
            <span class="source-part">
              {doubtful.has(line) ? <Icon name="help" size="small" /> : null}
              {words.parts[part]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A row of a table: its cells, without those that are empty. */
const inCells = (text: string): string =>
  text
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join(" · ");
