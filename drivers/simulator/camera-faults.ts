import type { HealthReason } from "../../src/devices/index.ts";

export const CAMERA_FAULTS = ["unplug", "busy", "slow", "no-picture"] as const;
export type CameraFault = (typeof CAMERA_FAULTS)[number];

export const CAMERA_REASONS = {
  unplug: "not-connected",
  busy: "in-use-elsewhere",
  slow: "slow",
  "no-picture": "no-picture",
} as const satisfies Record<CameraFault, HealthReason>;
