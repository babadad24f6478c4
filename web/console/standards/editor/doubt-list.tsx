import type { DoubtView } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { doubtWords } from "../doubt-words.ts";
import { Linked } from "./linked.tsx";

/** Everything that a person has to decide, with the line it is about. */
export function DoubtList({ doubts }: { readonly doubts: readonly DoubtView[] }) {
  const { text } = useModel();
  const words = text.standards;
  if (doubts.length === 0) return null;
  return (
    <details class="ti-panel ti-pad doubts" open data-testid="doubts">
      <summary>
        <h2>{words.doubtCount(doubts.length)}</h2>
      </summary>
      <p class="ti-meta">{words.doubtLead}</p>
      <ul>
        {doubts.map(({ code, line }, index) => {
          const { what, decide } = doubtWords(text, code);
          return (
            <li key={`${code}-${index}`}>
              <Linked lines={line === null ? [] : [line]} testid={`doubt-${code}`}>
                <strong>{what}</strong> {decide}
                {line === null ? null : <span class="ti-meta"> {words.line(line)}</span>}
              </Linked>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
