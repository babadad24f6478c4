import type { StepKey } from "./case-event.ts";
import type { DraftStandard, DraftStep } from "./import/imported.ts";
import { type OpenInterval, WEEKDAYS } from "./standard.ts";
import type { ChangedField, StandardChange } from "./standard-change.ts";

/** Every difference that a person may ask for, in the order of the document. */
export const changesBetween = (before: DraftStandard, after: DraftStandard): readonly StandardChange[] => [
  ...headChanges(before, after),
  ...listChanges("channel", before.channels.map(channelText), after.channels.map(channelText)),
  ...listChanges("requirement", before.requirements.map(textOf), after.requirements.map(textOf)),
  ...procedureChanges(before, after),
  ...promiseChanges(before, after),
  ...WEEKDAYS.flatMap((day) =>
    change("hours", day, hoursText(before.hours?.weekly[day]), hoursText(after.hours?.weekly[day])),
  ),
  ...change("fee", null, before.fees.text, after.fees.text),
  ...listChanges("product", before.products, after.products),
  ...complaintChanges(before, after),
  ...issueChanges(before, after),
];

const textOf = ({ text }: { readonly text: string }): string => text;

function change(
  field: ChangedField,
  of: string | null,
  before: string | null,
  after: string | null,
): readonly StandardChange[] {
  const [old, now] = [before || null, after || null];
  return old === now ? [] : [{ field, of, before: old, after: now }];
}

/** What has gone, then what has come. A text that was reworded is both. */
function listChanges(
  field: ChangedField,
  before: readonly string[],
  after: readonly string[],
): readonly StandardChange[] {
  return [
    ...before.filter((text) => !after.includes(text)).flatMap((text) => change(field, null, text, null)),
    ...after.filter((text) => !before.includes(text)).flatMap((text) => change(field, null, null, text)),
  ];
}

function headChanges(before: DraftStandard, after: DraftStandard): readonly StandardChange[] {
  const rows = (draft: DraftStandard): readonly (readonly [ChangedField, string | null])[] => [
    ["title", draft.service.title],
    ["kind", draft.service.kind],
    ["also-covers", draft.service.alsoCovers.join(", ")],
    ["institution", draft.institution.name],
    ["address", draft.institution.address],
    ["time-zone", draft.institution.timeZone],
    ["decree-number", draft.service.decreeNumber],
    ["decree-date", draft.service.decreeDate],
    ["signatory", draft.service.signatoryOffice],
    ["effective-start", draft.effectiveFrom],
    ["effective-end", draft.effectiveTo],
  ];
  const now = rows(after);
  return rows(before).flatMap(([field, text], index) => change(field, null, text, now[index]?.[1] ?? null));
}

const channelText = ({ id, title }: DraftStandard["channels"][number]): string => title ?? id;

function procedureChanges(before: DraftStandard, after: DraftStandard): readonly StandardChange[] {
  const ids = [...new Set([...before.procedures, ...after.procedures].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [old, now] = [before, after].map(({ procedures }) => procedures.find((one) => one.id === id));
    if (!old || !now) return change("procedure", null, old ? id : null, now ? id : null);
    return stepChanges(old.steps, now.steps);
  });
}

/** A step is the same one while its kind of work is; without a kind, while its words are. */
const identity = ({ key, text }: DraftStep): string => key ?? text;

function stepChanges(before: readonly DraftStep[], after: readonly DraftStep[]): readonly StandardChange[] {
  const find = (steps: readonly DraftStep[], step: DraftStep) =>
    steps.find((one) => identity(one) === identity(step));
  const kept = before.filter((step) => find(after, step));
  const moved = after.filter((step) => find(before, step));
  const isMoved = kept.some((step, index) => identity(step) !== identity(moved[index] ?? step));
  const order = (steps: readonly DraftStep[]): string => steps.map(textOf).join(" → ");
  return [
    ...before.filter((step) => !find(after, step)).flatMap((step) => change("step", null, step.text, null)),
    ...after.flatMap((step) => {
      const old = find(before, step);
      return old ? withinStep(old, step) : change("step", null, null, step.text);
    }),
    ...(isMoved ? change("step-order", null, order(kept), order(moved)) : []),
  ];
}

const withinStep = (old: DraftStep, now: DraftStep): readonly StandardChange[] => [
  ...change("step-text", now.text, old.text, now.text),
  ...change("step-work", now.text, old.key, now.key),
  ...change("step-time", now.text, timeText(old), timeText(now)),
  ...change("step-performer", now.text, old.performer.role, now.performer.role),
  ...change("step-conditional", now.text, yesNo(old.isConditional), yesNo(now.isConditional)),
  ...change("step-optional", now.text, yesNo(old.isOptional), yesNo(now.isOptional)),
];

const timeText = ({ target, targetKind }: DraftStep): string =>
  target?.text ?? (targetKind === "as-needed" ? "as-needed" : "none");
const yesNo = (is: boolean): string => (is ? "yes" : "no");

function promiseChanges(before: DraftStandard, after: DraftStandard): readonly StandardChange[] {
  const rows = (draft: DraftStandard): readonly (readonly [ChangedField, string | null])[] => [
    ["promise", draft.promise?.published.text ?? null],
    ["covers", coversText(draft)],
    ["starts-after", stepText(draft, draft.promise?.startsAfter ?? null)],
    ["stop", draft.promise?.stop ?? null],
    ["day-rule", draft.promise?.businessDayRule ?? null],
    ["queue", draft.promise?.excludesQueue ? "excluded" : "counted"],
  ];
  const now = rows(after);
  return rows(before).flatMap(([field, text], index) => change(field, null, text, now[index]?.[1] ?? null));
}

function coversText(draft: DraftStandard): string | null {
  const covers = draft.promise?.covers;
  if (covers === undefined || typeof covers === "string") return covers ?? null;
  return covers.map((key) => stepText(draft, key)).join(" + ");
}

function stepText({ procedures }: DraftStandard, key: StepKey | null): string | null {
  const step = procedures.flatMap(({ steps }) => steps).find((one) => one.key === key);
  return key && (step?.text ?? key);
}

const hoursText = (intervals: readonly OpenInterval[] | undefined): string =>
  (intervals ?? []).map(([opens, closes]) => `${opens}–${closes}`).join(", ");

function complaintChanges(before: DraftStandard, after: DraftStandard): readonly StandardChange[] {
  const ways = ({ complaints }: DraftStandard): readonly string[] =>
    complaints.channels.map(({ type, value }) => value ?? type);
  const steps = ({ complaints }: DraftStandard): readonly string[] =>
    (complaints.procedure?.steps ?? []).map(({ text, target, targetText }) =>
      [text, targetText ?? target?.text].filter((part) => part !== undefined).join(" · "),
    );
  return [
    ...listChanges("complaint-channel", ways(before), ways(after)),
    ...listChanges("complaint-step", steps(before), steps(after)),
  ];
}

function issueChanges(before: DraftStandard, after: DraftStandard): readonly StandardChange[] {
  const codes = ({ issues }: DraftStandard): readonly string[] => issues.map(({ code }) => code);
  const answer = ({ issues }: DraftStandard, code: string): string | null =>
    issues.find((one) => one.code === code)?.resolution?.text ?? null;
  return [
    ...listChanges("issue", codes(before), codes(after)),
    ...codes(after).flatMap((code) => change("resolution", code, answer(before, code), answer(after, code))),
  ];
}
