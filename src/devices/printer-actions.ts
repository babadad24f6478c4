/** What a person can tell a printer that waits in the middle of a card: go on, do it again, or give it up. */
export const PRINTER_ACTIONS = ["ok", "retry", "cancel"] as const;
export type PrinterAction = (typeof PRINTER_ACTIONS)[number];
