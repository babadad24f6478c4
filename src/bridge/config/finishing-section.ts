import { type Static, Type } from "typebox";
import { POUCHES } from "../../cards/finishing/places.ts";
import { STOCK_ITEMS } from "../../cards/stock/stock-items.ts";
import { RESTART, section, strict } from "./section.ts";

const Seconds = (fallback: number, description: string) =>
  Type.Integer({ default: fallback, minimum: 1, maximum: 3_600, ...RESTART, description });

const Machine = Type.Object(
  {
    id: Type.String({
      pattern: "^[a-z0-9-]{1,40}$",
      default: "laminator",
      ...RESTART,
      description: "Names the machine in every event; never changed.",
    }),
    title: Type.String({
      default: "Laminator",
      minLength: 1,
      maxLength: 60,
      ...RESTART,
      description: "As staff call it.",
    }),
    capacity: Type.Integer({
      default: 6,
      minimum: 1,
      maximum: 200,
      ...RESTART,
      description: "Cards in one run.",
    }),
    pouch: Type.Enum([...POUCHES], {
      default: "60x90",
      ...RESTART,
      description: "The usual pouch, mm. 54x86 leaves no border that seals a card of ID-1.",
    }),
    warmUpSeconds: Seconds(240, "From the switch until it is hot."),
    laminateSeconds: Seconds(70, "What a run usually takes."),
    coolSeconds: Seconds(60, "How long cards lie flat before they are touched."),
    switchesOffAfterMinutes: Type.Integer({
      default: 30,
      minimum: 0,
      maximum: 600,
      ...RESTART,
      description: "Switches itself off when idle for so long; 0: never.",
    }),
  },
  strict,
);
export type MachineConfig = Static<typeof Machine>;

export const FinishingSection = section(
  {
    machines: Type.Array(Machine, {
      default: [{}],
      minItems: 1,
      maxItems: 6,
      ...RESTART,
      description: "The laminators of this desk.",
    }),
    finishedPrinters: Type.Array(Type.String({ pattern: "^[a-z0-9-]{1,40}$" }), {
      default: [],
      maxItems: 20,
      ...RESTART,
      description:
        "Devices whose cards leave the printer finished, such as plastic: neither cut nor laminated.",
    }),
    stuckMinutes: Type.Integer({
      default: 30,
      minimum: 1,
      maximum: 1_440,
      ...RESTART,
      description: "A card that lies in one place for so long is pointed out.",
    }),
    usesPerPrint: Type.Array(Type.Enum([...STOCK_ITEMS]), {
      default: ["blank-card", "ribbon"],
      maxItems: STOCK_ITEMS.length,
      uniqueItems: true,
      ...RESTART,
      description: "What one print takes from the stock.",
    }),
    cardsPerSheet: Type.Integer({
      default: 10,
      minimum: 1,
      maximum: 50,
      ...RESTART,
      description: "Cards on one sheet of paper.",
    }),
  },
  "After the print: cutting, laminating, and what is in stock.",
);
