import { type Static, Type } from "typebox";
import { OPERATOR_ROLES } from "../../kernel/operator-role.ts";
import { Instant, nullable, Operator, Uuid } from "./basic-shapes.ts";

/** More people than work at one desk, those who left among them. */
export const MOST_OPERATORS = 200;
/** More commands than there are. */
const MOST_REFUSED = 500;

export const OperatorName = Type.String({ ...Operator, description: "As the desk calls them." });
export const Role = Type.Enum(OPERATOR_ROLES, {
  description:
    "`clerk` (petugas) serves and reports; `technician` also sets devices, designs and the calendar up; `head` (kepala) also publishes standards and keeps the operators.",
});
export type Role = Static<typeof Role>;
/** Digits only: it is typed on a number pad in front of a queue. What is too easy is refused by the daemon. */
export const Pin = Type.String({ pattern: "^[0-9]{6,12}$", description: "6 to 12 digits." });

export const SignedInView = Type.Object({
  operator: Uuid,
  name: OperatorName,
  role: Role,
  since: Instant,
});

export const DeskOperatorView = Type.Object({
  areUsed: Type.Boolean({
    description: "False while nobody was ever made an operator: then everything works without a PIN.",
  }),
  signedIn: nullable(SignedInView),
  refuses: Type.Array(Type.Object({ command: Type.String({ maxLength: 64 }), needs: Role }), {
    maxItems: MOST_REFUSED,
    description:
      "What the role of whoever is signed in does not reach, and the lowest role that does. Empty while nobody is: then everything is refused that is not for anyone.",
  }),
});
export type DeskOperatorView = Static<typeof DeskOperatorView>;

export const OperatorView = Type.Object({
  operator: Uuid,
  name: OperatorName,
  role: Role,
  isActive: Type.Boolean(),
  lockedUntil: nullable(Instant),
  signedInAt: nullable(Instant),
});
export type OperatorView = Static<typeof OperatorView>;

export const OperatorsView = Type.Object({
  operators: Type.Array(OperatorView, { maxItems: MOST_OPERATORS }),
});
