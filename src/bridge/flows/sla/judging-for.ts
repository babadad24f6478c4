import type { Judging } from "../../../sla/promise-verdict.ts";
import type { Standard } from "../../../sla/standard.ts";

/** By which figure and calendar a case under this standard is judged. */
export type JudgingFor = (standard: Standard) => Judging;
