import type { FindingView } from "../../../src/bridge/protocol/setup-commands.ts";
import { Icon, type IconName } from "../ui/icons.tsx";

const ICON: Readonly<Record<FindingView["outcome"], IconName>> = {
  ok: "check",
  warn: "alert",
  fail: "block",
};
const TONE: Readonly<Record<FindingView["outcome"], string>> = {
  ok: "ti-t-ok",
  warn: "ti-t-warn",
  fail: "ti-t-bad",
};

/** What was seen, line by line, each with what to do. */
export function FindingList({
  findings,
  isNamed = false,
}: {
  readonly findings: readonly FindingView[];
  /** What each is about is said, where the words alone would not tell. */
  readonly isNamed?: boolean;
}) {
  return (
    <ul class="setup-findings" data-testid="findings">
      {findings.map(({ check, outcome, what, mend }) => (
        <li key={`${check} ${what}`} data-outcome={outcome} class={`is-${outcome}`}>
          <span class={TONE[outcome]}>
            <Icon name={ICON[outcome]} />
          </span>
          <span class="ti-grow">
            <strong>{isNamed ? `${check}: ${what}` : what}</strong>
            {mend === null ? null : <span class="ti-meta">{mend}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
