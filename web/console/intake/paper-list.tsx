import type { PaperView } from "../../../src/bridge/protocol/intake-shapes.ts";
import { useModel } from "../state/model.ts";
import { Badge } from "../ui/badge.tsx";
import { Tick } from "../ui/tick.tsx";

/** The standard's own requirements, ticked as they are shown. */
export function PaperList({
  papers,
  ticked,
  onToggle,
}: {
  readonly papers: readonly PaperView[];
  readonly ticked: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}) {
  const { text } = useModel();
  if (papers.length === 0) return <p class="ti-lead">{text.intake.none}</p>;
  return (
    <ul class="checklist" aria-label={text.intake.list}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <Tick isOn={ticked.has(paper.id)} onChange={() => onToggle(paper.id)} testid="requirement">
            <span class="two-lines" title={paper.text}>
              {paper.text}
            </span>
            <Which paper={paper} />
          </Tick>
        </li>
      ))}
    </ul>
  );
}

/** How many of which documents, and in which form, as far as the line says so. */
function Which({ paper }: { readonly paper: PaperView }) {
  const { any, unclear, forms, isInferred } = useModel().text.intake;
  const { documents, howMany, form } = paper;
  const many = { all: "", any, unclear }[howMany];
  const listed = documents.join(howMany === "any" ? " / " : ", ");
  const said = [
    form === null ? "" : (forms[form] ?? form),
    documents.length > 1 ? [many, listed].filter(Boolean).join(": ") : "",
  ].filter(Boolean);
  if (said.length === 0 && !paper.isInferred) return null;
  return (
    <span class="ti-meta which">
      {said.join(" · ")}
      {paper.isInferred ? <Badge tone="idle" icon="help" text={isInferred} /> : null}
    </span>
  );
}
