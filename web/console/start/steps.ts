export const STEPS = ["desk", "database", "way", "standard", "devices", "operators", "card"] as const;
export type SetupStep = (typeof STEPS)[number];
/** After it titian.toml is written, and the daemon begins anew with it. */
export const LAST_ASKED: SetupStep = "standard";

/** Addresses are read by technicians, so they are in their language. */
const PATH: Readonly<Record<SetupStep, string>> = {
  ...{ desk: "loket", database: "inlislite", way: "jalan-masuk", standard: "standar" },
  ...{ devices: "perangkat", operators: "petugas", card: "kartu-uji" },
};

export const pathOf = (step: SetupStep): string => PATH[step];
export const stepAt = (path: string | undefined): SetupStep =>
  STEPS.find((one) => PATH[one] === path) ?? "desk";
export const nextOf = (step: SetupStep): SetupStep | undefined => STEPS[STEPS.indexOf(step) + 1];
export const beforeOf = (step: SetupStep): SetupStep | undefined => STEPS[STEPS.indexOf(step) - 1];
