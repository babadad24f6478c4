/**
 * Where Titian runs on Windows: in the `session` of whoever is signed in, who alone sees some printers and cameras, or as a
 * `service` without anybody signed in. Why there are two: docs/decisions/0020-windows-session.md.
 */
export const MODES = ["session", "service"] as const;
export type Mode = (typeof MODES)[number];

export const isMode = (text: string): text is Mode => (MODES as readonly string[]).includes(text);
