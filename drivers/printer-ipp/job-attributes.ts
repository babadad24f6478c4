import { type IppAttribute, ipp } from "./ipp-message.ts";
import type { PrinterReading } from "./printer-state.ts";
import { refused } from "./refusal.ts";

export type Sides = "one-sided" | "two-sided-long-edge" | "two-sided-short-edge";

interface Wishes {
  /** The printer's own word; undefined: what it has. */
  readonly media: string | undefined;
  readonly sides?: Sides;
}

/** What the printer is told beside the document. Refuses where it would print something else than was asked for. */
export function jobAttributes(
  { scalings, sides: offered }: PrinterReading,
  { media, sides = "one-sided" }: Wishes,
): readonly IppAttribute[] {
  const canTurn = offered.includes(sides);
  if (sides !== "one-sided" && !canTurn) throw refused("attributes");
  return [
    ...(media ? [ipp.keyword("media", media)] : []),
    // Clipped at its edge, never scaled: scaling moves the bars off the pixels and the cut marks off the cut.
    ...(scalings.includes("none") ? [ipp.keyword("print-scaling", "none")] : []),
    ...(canTurn ? [ipp.keyword("sides", sides)] : []),
  ];
}
