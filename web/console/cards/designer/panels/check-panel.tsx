import { useModel } from "../../../state/model.ts";
import { Badge } from "../../../ui/badge.tsx";
import { FaultNote } from "../../../ui/fault-note.tsx";
import { Icon } from "../../../ui/icons.tsx";
import { Note } from "../../../ui/note.tsx";
import { mmText } from "../../mm.ts";
import type { LiveAnswer } from "../canvas/use-live-answer.ts";
import type { Found } from "../designer-session.ts";
import { useDesigning } from "../designing.ts";
import { select, turnTo } from "../draft/editor.ts";

/** What speaks against printing this design, worst first. Pressing one shows its layer. */
export function CheckPanel({ check }: { readonly check: LiveAnswer<readonly Found[]> }) {
  const { text } = useModel();
  const { session } = useDesigning();
  const words = text.designer.check;
  const findings = (check.answer ?? []).toSorted(
    (a, b) => Number(a.severity === "warn") - Number(b.severity === "warn"),
  );
  const isRunning = check.isStale && !check.fault;
  const show = ({ side, layerId }: Found): void =>
    session.do((editor) => {
      const turned = editor.side === side ? editor : turnTo(editor, side);
      return select(turned, layerId === undefined ? [] : [layerId]);
    });
  return (
    <section
      class="ti-panel print-check"
      aria-label={words.title}
      data-testid="print-check"
      data-stale={check.isStale}
    >
      <header class="ti-head">
        <h3>{words.title}</h3>
        {isRunning ? <Badge tone="idle" icon="run" text={words.running} /> : null}
      </header>
      <FaultNote fault={check.fault} />
      {check.answer && findings.length === 0 ? (
        <Note tone="ok" title={words.clean} testid="check-clean" />
      ) : null}
      <ul>
        {findings.map((found, at) => (
          <li key={at}>
            <button
              type="button"
              class={`finding ti-t-${found.severity === "refuse" ? "bad" : "warn"}`}
              data-testid={`finding-${found.flaw}`}
              onClick={() => show(found)}
            >
              <Icon
                name={found.severity === "refuse" ? "block" : "alert"}
                label={found.severity === "refuse" ? words.refuse : words.warn}
              />
              <span>
                {words.findings[found.flaw]}
                <Measured found={found} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far a measured finding is from what it should be. */
function Measured({ found: { flaw, measured, least } }: { readonly found: Found }) {
  const { text, language } = useModel();
  const words = text.designer.check;
  if (measured === null || least === null) return null;
  const unit = words.units[flaw];
  const said = (value: number): string => `${mmText(value, language)}${unit ? ` ${unit}` : ""}`;
  return <span class="ti-meta"> {words.measured(said(measured), said(least))}</span>;
}

export const refusalsIn = (findings: readonly Found[]): number =>
  findings.filter(({ severity }) => severity === "refuse").length;
