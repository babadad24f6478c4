import { Type } from "typebox";
import { REFUSALS } from "../../sla/case-event.ts";
import { Operator } from "./basic-shapes.ts";
import { command, OneCase, params, QUICK } from "./command.ts";
import { CategoriesView, CategoryKey } from "./intake-shapes.ts";
import { CaseKind, CaseView, Channel, DeviceId, nullable, Uuid } from "./shapes.ts";

const onCase = { since: 1, result: CaseView, deadlineMs: QUICK } as const;

/** Who is served, with which papers, and at which desk. */
export const INTAKE_COMMANDS = {
  "intake.categories": command({
    since: 1,
    summary: "The sorts of applicant that a standard tells apart for a service.",
    params: params({
      standard: Type.String({ maxLength: 100 }),
      kind: CaseKind,
      channel: Channel,
      memberType: nullable(Type.String({ maxLength: 50, description: "As INLISLite names it." })),
    }),
    result: CategoriesView,
    deadlineMs: QUICK,
  }),
  "case.categorize": command({
    ...onCase,
    summary: "Say which sort of applicant this is. The checklist follows; the newest word counts.",
    params: params({ case: Uuid, category: CategoryKey }),
  }),
  "case.notePapers": command({
    ...onCase,
    summary: "The papers that are there by now. It ends no step; at intake `case.completeStep` does.",
    params: params({
      case: Uuid,
      documents: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20, uniqueItems: true }),
    }),
  }),
  "case.refuse": command({
    ...onCase,
    summary:
      "Close the case as not served: `category` only where the document leaves this applicant out. It is not late, and counted apart.",
    params: params({ case: Uuid, reason: Type.Enum(REFUSALS) }),
  }),
  "case.passOn": command({
    ...onCase,
    summary: "Hand a running case to another desk, or to another officer. Its clock runs on.",
    params: params({
      case: Uuid,
      desk: DeviceId,
      officer: Type.Optional(Operator),
      operator: Type.Optional(Operator),
    }),
  }),
  "case.takeOver": command({
    ...onCase,
    summary:
      "Look after a case at this desk from now on: one that was handed on, or that another desk has left.",
    params: params({ ...OneCase.properties, operator: Type.Optional(Operator) }),
  }),
} as const;
