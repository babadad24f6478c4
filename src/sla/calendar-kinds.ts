import type { OneOf } from "../kernel/types.ts";

/** `collective-leave` is cuti bersama: an office may be told to stay open. */
export const CLOSURE_KINDS = ["holiday", "collective-leave", "local-closure"] as const;
export type ClosureKind = OneOf<typeof CLOSURE_KINDS>;
