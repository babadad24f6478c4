import { Type } from "typebox";
import { REFUSALS } from "../sla/case-event.ts";
import { DeviceName, Nullable, record, Uuid } from "./event-shapes.ts";

const Documents = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 });
/** A desk, and who is to see to it there, where somebody is named. */
const Place = record({ desk: DeviceName, officer: Nullable(Type.String({ maxLength: 100 })) });

/** Who came, with which papers, and at which desk they are looked after. */
export const INTAKE_EVENTS = {
  /** One of the standard's own sorts of applicant; the newest one counts. */
  "case.categorized": record({
    category: Type.String({ minLength: 1, maxLength: 120 }),
    /** As the standard had it then. */
    isServed: Type.Boolean(),
  }),
  /** Requirements ticked when it was not their step: it ends none. The whole list, as with `case.requirementsChecked`. */
  "case.papersBrought": record({ documents: Documents }),
  /** Closes the case: no card was promised, or none can be made. Neither late nor cancelled. */
  "case.notServed": record({ reason: Type.Enum(REFUSALS), missing: Type.Optional(Documents) }),
  "case.passedOn": record({ from: Place, to: Place }),
  /** `after`: the newest event of this case that the desk had seen. Between two desks only this tells what came first. */
  "case.takenOver": record({ by: Place, after: Uuid }),
} as const;
