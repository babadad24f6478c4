import type { Requirement } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { CommaList } from "../../ui/comma-list.tsx";
import { Tick } from "../../ui/tick.tsx";
import { useEditing } from "./editing.ts";
import { Linked, linesOf } from "./linked.tsx";
import { AddRow, movedUp, RowTools } from "./list-fields.tsx";
import { Part, Problem, TextField } from "./text-field.tsx";

/** Of categories as they are typed, characters. */
const LONGEST_LIST = 500;
const CHANNELS = ["in-person", "online"] as const;
const KINDS = ["new", "renewal", "lost", "damaged"] as const;

/** What the applicant brings, for whom and by which way: the checklist at intake comes from here. */
export function RequirementFields() {
  const words = useModel().text.standards;
  const { draft, change } = useEditing();
  const { requirements } = draft.value;
  const put = (next: readonly Requirement[]): void => change({ requirements: next });
  return (
    <Part title={words.requirements}>
      <p class="ti-meta">{words.requirementsLead}</p>
      <Problem at="/requirements" />
      <ol class="doc-rows">
        {requirements.map((requirement, at) => (
          <li key={requirement.id}>
            <Linked lines={linesOf(requirement.cites)}>
              <RequirementRow
                number={at}
                requirement={requirement}
                onChange={(next) => put(requirements.with(at, next))}
                onRemove={() => put(requirements.toSpliced(at, 1))}
                onUp={at === 0 ? undefined : () => put(movedUp(requirements, at))}
              />
            </Linked>
          </li>
        ))}
      </ol>
      <AddRow
        label={words.addRequirement}
        testid="add-requirement"
        onAdd={() => put([...requirements, { ...EMPTY, id: freeId(requirements) }])}
      />
    </Part>
  );
}

function RequirementRow({
  number,
  requirement,
  onChange,
  onRemove,
  onUp,
}: {
  readonly number: number;
  readonly requirement: Requirement;
  readonly onChange: (requirement: Requirement) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
}) {
  const { text } = useModel();
  const words = text.standards;
  const { kinds, channels, categories, excludes } = requirement;
  return (
    <>
      <div class="doc-row">
        <TextField
          label={words.requirement(number + 1)}
          isLabelHidden
          isLong
          at={`/requirements/${number}/text`}
          testid={`requirement-${number}`}
          value={requirement.text}
          onChange={(written) => onChange({ ...requirement, text: written })}
        />
        <RowTools name={requirement.text} onRemove={onRemove} onUp={onUp} />
      </div>
      <div class="doc-more">
        <CommaList
          maxLength={LONGEST_LIST}
          label={words.categories}
          values={categories}
          onChange={(list) => onChange({ ...requirement, categories: list, appliesToBasis: null })}
        />
        <CommaList
          maxLength={LONGEST_LIST}
          label={words.excludes}
          values={excludes}
          onChange={(list) => onChange({ ...requirement, excludes: list })}
        />
        <div class="choice-row">
          {CHANNELS.map((way) => (
            <Tick
              key={way}
              testid={`requirement-${number}-${way}`}
              isOn={channels.includes(way)}
              onChange={(isOn) =>
                onChange({
                  ...requirement,
                  channels: CHANNELS.filter((one) => (one === way ? isOn : channels.includes(one))),
                })
              }
            >
              {text.start.channels[way]}
            </Tick>
          ))}
          {KINDS.map((kind) => (
            <Tick
              key={kind}
              testid={`requirement-${number}-${kind}`}
              isOn={kinds.includes(kind)}
              onChange={(isOn) =>
                onChange({
                  ...requirement,
                  kinds: KINDS.filter((one) => (one === kind ? isOn : kinds.includes(one))),
                })
              }
            >
              {text.start.kinds[kind]}
            </Tick>
          ))}
        </div>
        <p class="ti-meta">{words.noneIsAll}</p>
      </div>
    </>
  );
}

const EMPTY: Requirement = {
  ...{ id: "", text: "", document: null, categories: [], kinds: [], channels: [], excludes: [] },
  ...{ appliesToBasis: null, anyOf: [], list: [], combination: null, form: null, cites: [] },
};

function freeId(requirements: readonly Requirement[]): string {
  for (let number = requirements.length + 1; ; number++)
    if (!requirements.some(({ id }) => id === `r${number}`)) return `r${number}`;
}
