import type { HealthReason } from "../../devices/health.ts";
import type { ErrorCode } from "../../kernel/errors.ts";

export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface HealthText {
  /** What is the matter, one sentence. */
  readonly reason: string;
  /** What to do about it, one or two sentences. */
  readonly mend: string;
}

/** One language. A code or a reason without a text does not compile. */
export interface Messages {
  /** What happened. What to do. No codes, no blame, no exclamation marks. */
  readonly errors: Readonly<Record<ErrorCode, string>>;
  readonly health: Readonly<Record<HealthReason, HealthText>>;
}
