import type { OneOf } from "../kernel/types.ts";
import type { StepKey } from "./case-event.ts";
import { procedureFor, type Service } from "./service.ts";
import type { Performer, Standard, StepTarget } from "./standard.ts";

const FINISHING = ["cut", "laminate"] as const;
export type Finishing = OneOf<typeof FINISHING>;

/** What this card needs at this desk, whatever the document says. */
export interface Work {
  readonly needsPhoto: boolean;
  /** In the order in which the library does it; empty for a card that leaves the printer finished. */
  readonly route: readonly Finishing[];
}

type PlannedPerformer = "officer" | "applicant" | "unknown";

export interface PlannedStep {
  readonly key: StepKey;
  /** As published, verbatim; empty for a step that the document does not name. */
  readonly text: string;
  readonly performer: PlannedPerformer;
  readonly targetSeconds: number | null;
  readonly inStandard: boolean;
  readonly isConditional: boolean;
  /** One target for several pieces of work: the parts are measured, their sum is judged. */
  readonly isJoined: boolean;
  /** False for published work that this card does not need, such as cutting a finished plastic card. */
  readonly isNeeded: boolean;
  /** The pieces of work inside, in order; the key itself when the step is not joined. */
  readonly parts: readonly StepKey[];
}

const PARTS: Partial<Readonly<Record<StepKey, readonly StepKey[]>>> = {
  "cut-and-laminate": ["cut", "laminate"],
  "print-and-handover": ["print", "handover"],
  "data-entry-and-print": ["data-entry", "print"],
};

/** The published steps of the channel, plus what the work itself needs where the document is silent. */
export function planFor(
  standard: Standard,
  service: Service & { readonly work: Work },
): readonly PlannedStep[] {
  const { work } = service;
  const published = procedureFor(standard, service)?.steps ?? [];
  const plan = published.map((step) => fromStandard(step, work));

  if (!has(plan, "print"))
    plan.splice(firstOf(plan, ["handover", "receipt", "scan-in"]), 0, unlisted("print"));
  if (work.needsPhoto && !has(plan, "photo") && !has(plan, "photo-upload"))
    plan.splice(firstOf(plan, ["print"]), 0, unlisted("photo"));

  let previous: StepKey = "print";
  for (const finishing of work.route) {
    if (!has(plan, finishing)) plan.splice(firstOf(plan, [previous]) + 1, 0, unlisted(finishing));
    previous = finishing;
  }

  if (!has(plan, "handover")) plan.splice(firstOf(plan, ["receipt", "scan-in"]), 0, unlisted("handover"));
  return plan;
}

function fromStandard(step: StepTarget, work: Work): PlannedStep {
  const parts = PARTS[step.key] ?? [step.key];
  const finishing = parts.filter(isFinishing);
  const route = work.route.filter((part) => finishing.includes(part));
  const isUnneeded = finishing.length > 0 && route.length === 0;
  return {
    key: step.key,
    text: step.text,
    performer: performerOf(step.performer),
    targetSeconds: step.target?.seconds ?? null,
    inStandard: true,
    isConditional: step.isConditional,
    isJoined: parts.length > 1,
    isNeeded: !isUnneeded,
    parts: route.length > 0 ? route : parts,
  };
}

const unlisted = (key: StepKey): PlannedStep => ({
  key,
  text: "",
  performer: "officer",
  targetSeconds: null,
  inStandard: false,
  isConditional: false,
  isJoined: false,
  isNeeded: true,
  parts: [key],
});

/** The documents say officer, service-officer and operator for the library's side. */
function performerOf({ role, basis }: Performer): PlannedPerformer {
  if (basis === "not stated") return "unknown";
  return role === "applicant" ? "applicant" : "officer";
}

export const isFinishing = (key: StepKey): key is Finishing =>
  FINISHING.some((finishing) => finishing === key);

const has = (plan: readonly PlannedStep[], key: StepKey): boolean =>
  plan.some(({ parts }) => parts.includes(key));

/** The place of the first step that holds one of the keys, or the end. */
function firstOf(plan: readonly PlannedStep[], keys: readonly StepKey[]): number {
  const index = plan.findIndex(({ parts }) => parts.some((part) => keys.includes(part)));
  return index === -1 ? plan.length : index;
}
