import { Type } from "typebox";
import { command, params, QUICK } from "./command.ts";
import { PunctualCaseView, PunctualityFilter, PunctualityView } from "./punctuality-shapes.ts";
import { CaseView, LateReason, Uuid } from "./shapes.ts";

/** A million cases are counted, not remembered, ms. */
const COUNTED = 30_000;

/** How well the promise is kept. No figure is about one officer. */
export const PUNCTUALITY_COMMANDS = {
  "punctuality.get": command({
    since: 1,
    summary:
      "What the cases opened in these days came to: shares, times, steps, distribution, trend. With `step` the figures are that step's.",
    params: params(PunctualityFilter),
    result: PunctualityView,
    deadlineMs: COUNTED,
    consoleOnly: true,
  }),
  "punctuality.cases": command({
    since: 1,
    summary: "The same cases one by one, late ones first. `step` is not asked.",
    params: params({
      ...PunctualityFilter,
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 25 }),
      offset: Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 }),
    }),
    result: Type.Object({
      total: Type.Integer({ minimum: 0 }),
      cases: Type.Array(PunctualCaseView, { maxItems: 100 }),
    }),
    deadlineMs: COUNTED,
    consoleOnly: true,
  }),
  "case.lateReason": command({
    since: 1,
    summary:
      "Say why a case came late. The note stays in the log for ever: no names and no numbers of people. Saying it again replaces it.",
    params: params({
      case: Uuid,
      reason: LateReason,
      note: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    result: CaseView,
    deadlineMs: QUICK,
  }),
} as const;
