/** What is wrong, in the device's own terms. The level is derived, never stored. Printer reasons: Evolis and IPP states. */
export const HEALTH_LEVELS = ["ok", "degraded", "down"] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

export const HEALTH_REASONS = {
  "not-connected": "down",
  "not-responding": "down",
  "not-permitted": "down",
  "driver-missing": "down",
  "in-use-elsewhere": "down",
  "no-picture": "down",
  "wrong-format": "down",
  "cover-open": "down",
  "ribbon-empty": "down",
  "ribbon-wrong": "down",
  "cards-empty": "down",
  "output-full": "down",
  jam: "down",
  "cleaning-required": "down",
  stopped: "down",
  "paper-empty": "down",
  "ink-empty": "down",
  "laminate-empty": "down",
  "needs-attention": "down",
  "no-page": "down",
  "not-supervised": "degraded",
  "ribbon-low": "degraded",
  "ribbon-foreign": "degraded",
  "cards-low": "degraded",
  "paper-low": "degraded",
  "ink-low": "degraded",
  "cleaning-due": "degraded",
  cooling: "degraded",
  "laminate-low": "degraded",
  "laminator-warming": "degraded",
  "jobs-stuck": "degraded",
  slow: "degraded",
} as const satisfies Record<string, HealthLevel>;

export type HealthReason = keyof typeof HEALTH_REASONS;
export const HEALTH_REASON_NAMES = Object.keys(HEALTH_REASONS) as readonly HealthReason[];

export interface Health {
  readonly level: HealthLevel;
  readonly reasons: readonly HealthReason[];
  /** When the present set of reasons became true. */
  readonly since: Date;
}

export function healthFrom(reasons: readonly HealthReason[], since: Date): Health {
  const levels = reasons.map((reason) => HEALTH_REASONS[reason]);
  const level = levels.includes("down") ? "down" : levels.includes("degraded") ? "degraded" : "ok";
  return { level, reasons, since };
}
