import type { OneOf } from "./types.ts";

/** Petugas, teknisi, kepala. Each may do all that those before it may. */
export const OPERATOR_ROLES = ["clerk", "technician", "head"] as const;
export type OperatorRole = OneOf<typeof OPERATOR_ROLES>;

/** Whether somebody with the role `has` may do what takes at least `needs`. */
export const reaches = (has: OperatorRole, needs: OperatorRole): boolean =>
  OPERATOR_ROLES.indexOf(has) >= OPERATOR_ROLES.indexOf(needs);
