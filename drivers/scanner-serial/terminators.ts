export const TERMINATORS = ["cr", "lf", "crlf", "tab", "none"] as const;
export type Terminator = (typeof TERMINATORS)[number];
