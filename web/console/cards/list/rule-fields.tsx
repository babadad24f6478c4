import { useId } from "preact/hooks";
import type { DesignsView, DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { Icon } from "../../ui/icons.tsx";
import { MemberTypesField } from "../member-types-field.tsx";
import { YesNoField } from "../yes-no-field.tsx";
import { DesignSelect } from "./design-select.tsx";

export type Rule = DesignsView["choices"]["rules"][number];

/** One rule: its conditions, and the design of those who meet all of them. */
export function RuleFields({
  number,
  rule,
  designs,
  types,
  onChange,
  onRemove,
  onUp,
}: {
  readonly number: number;
  readonly rule: Rule;
  readonly designs: readonly DesignView[];
  /** INLISLite's types of members, once they are known. */
  readonly types: readonly string[] | undefined;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
}) {
  const { choices } = useModel().text.cards;
  const field = useId();
  const { memberTypes, minor, photo, ...rest } = rule;
  const change = (part: Partial<Record<"memberTypes" | "minor" | "photo", unknown>>): void => {
    const merged = { memberTypes, minor, photo, ...part };
    const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
    onChange({ ...rest, ...Object.fromEntries(kept) });
  };
  return (
    <li class="design-rule" aria-label={choices.rule(number)} data-testid={`rule-${number}`}>
      <MemberTypesField
        label={choices.memberTypes}
        known={types}
        value={memberTypes}
        onChange={(types) => change({ memberTypes: types })}
      />
      <YesNoField
        label={choices.minor}
        words={{ any: choices.minorAny, yes: choices.minorYes, no: choices.minorNo }}
        value={minor}
        onChange={(next) => change({ minor: next })}
      />
      <YesNoField
        label={choices.photo}
        words={{ any: choices.photoAny, yes: choices.photoYes, no: choices.photoNo }}
        value={photo}
        onChange={(next) => change({ photo: next })}
      />
      <div class="ti-field">
        <label for={field}>{choices.design}</label>
        <DesignSelect
          id={field}
          designs={designs}
          value={rule.design}
          testid={`rule-${number}-design`}
          onChange={(design) => onChange({ ...rule, design })}
        />
      </div>
      <span class="rule-acts">
        <button
          type="button"
          class="ti-btn square"
          aria-label={choices.up(number)}
          disabled={!onUp}
          onClick={() => onUp?.()}
        >
          <Icon name="up" />
        </button>
        <button type="button" class="ti-btn square" aria-label={choices.remove(number)} onClick={onRemove}>
          <Icon name="x" />
        </button>
      </span>
    </li>
  );
}
