import type { HealthReason } from "../../src/devices/index.ts";

export const CAMERA_FAULTS = ["unplug", "busy", "slow", "no-picture", "freeze"] as const;
export type CameraFault = (typeof CAMERA_FAULTS)[number];

export const CAMERA_REASONS = {
  unplug: "not-connected",
  busy: "in-use-elsewhere",
  slow: "slow",
  "no-picture": "no-picture",
  // It is still there and still answers, only its picture stands: pulling the cable mends it, the lens cover does not.
  freeze: "not-responding",
} as const satisfies Record<CameraFault, HealthReason>;
