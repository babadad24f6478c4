import type { Signal } from "@preact/signals";
import { categoryName } from "../../../src/bridge/protocol/category-name.ts";
import type { PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { optionsOf, SelectField } from "../ui/select-field.tsx";
import type { Filter } from "./use-punctuality.ts";

const ALL = "*";

/** What there is to choose from: all that the period had before anything was chosen. */
export interface Offered {
  readonly standards: readonly (readonly [string, string])[];
  readonly categories: readonly string[];
}

/** Which cases, and whether they or one of their steps. */
export function Filters({
  filter,
  offered,
  steps,
}: {
  readonly filter: Signal<Filter>;
  readonly offered: Offered;
  readonly steps: PunctualityView["steps"];
}) {
  const { text } = useModel();
  const words = text.punctuality;
  const chosen = filter.value;
  const choose = (key: keyof Filter, value: string): void => {
    const { [key]: _, ...rest } = filter.peek();
    filter.value = value === ALL ? rest : ({ ...rest, [key]: value } as Filter);
  };
  const field = (
    key: keyof Filter,
    label: string,
    options: readonly (readonly [string, string])[],
    everything = words.all,
  ) => (
    <SelectField
      label={label}
      value={chosen[key] ?? ALL}
      options={[[ALL, everything], ...options]}
      onChange={(value) => choose(key, value)}
      testid={`filter-${key}`}
    />
  );
  return (
    <div class="pk-filters pk-screen">
      {field("standard", words.standard, offered.standards)}
      {field("kind", words.kind, optionsOf(text.start.kinds))}
      {field("channel", words.channel, optionsOf(text.start.channels))}
      {offered.categories.length > 0
        ? field(
            "category",
            words.category,
            offered.categories.map((name) => [name, categoryName(name, text.categories)]),
          )
        : null}
      {field(
        "step",
        words.step,
        steps.map(({ step }) => [step, text.steps[step].plank]),
        words.wholeCase,
      )}
    </div>
  );
}
