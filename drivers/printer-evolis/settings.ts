import { tidy } from "./reply.ts";

/** Ribbons as `GRibbonType` spells them, of those that Titian prints cards with. */
export const RIBBONS = ["RC_YMCKO", "RC_YMCKOK", "RM_KO", "RM_KBLACK"] as const;
export type Ribbon = (typeof RIBBONS)[number];

export const OVERLAYS = ["auto", "FULLVARNISH", "NOVARNISH"] as const;
export const INPUT_TRAYS = ["FEEDER", "AUTO", "MANUAL"] as const;

const WITH_OVERLAY: readonly Ribbon[] = ["RC_YMCKO", "RC_YMCKOK", "RM_KO"];

/** As `GDuplexMode` spells them: the front alone, or both sides in colour. */
export const DUPLEX_MODES = ["SIMPLEX", "DUPLEX_CC"] as const;

export interface CardSettings {
  readonly ribbon: Ribbon | "auto";
  readonly overlay: (typeof OVERLAYS)[number];
  readonly inputTray: (typeof INPUT_TRAYS)[number];
  readonly duplex: (typeof DUPLEX_MODES)[number];
  readonly isTurned: boolean;
}

/** The ribbon that the printer's answer names, with or without its family; undefined for words nobody has published. */
export function ribbonNamed(answer: string | undefined): Ribbon | undefined {
  const word = tidy(answer)?.toUpperCase();
  return RIBBONS.find((ribbon) => word === ribbon || word === ribbon.slice("RC_".length));
}

/** The `data` of PRINT.Set. What is not known is left out, so that the service's own setting holds. */
export function printSettings(options: CardSettings, loaded: Ribbon | undefined, hasBack: boolean): string {
  const ribbon = options.ribbon === "auto" ? loaded : options.ribbon;
  const settings: Record<string, string | undefined> = {
    GRibbonType: ribbon,
    GDuplexMode: hasBack ? options.duplex : "SIMPLEX",
    GInputTray: options.inputTray,
    Resolution: "DPI300",
    ...sideSettings("F", options, ribbon),
    ...(hasBack && sideSettings("B", options, ribbon)),
  };
  return Object.entries(settings)
    .flatMap(([key, value]) => (value ? [`${key}=${value}`] : []))
    .join(";");
}

function sideSettings(
  side: "F" | "B",
  { overlay, isTurned }: CardSettings,
  ribbon: Ribbon | undefined,
): Record<string, string | undefined> {
  return {
    // Pure black is printed with the resin panel: the only one that scanners read on every ribbon.
    [`${side}BlackManagement`]: "TEXTINBLACK",
    [`${side}OverlayManagement`]: overlayFor(overlay, ribbon),
    [`${side}PageRotate180`]: isTurned ? "ON" : undefined,
  };
}

function overlayFor(wanted: CardSettings["overlay"], ribbon: Ribbon | undefined): string | undefined {
  if (wanted !== "auto") return wanted;
  return ribbon && (WITH_OVERLAY.includes(ribbon) ? "FULLVARNISH" : "NOVARNISH");
}
