import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

const OFFERS = [
  "card-printer",
  "card-printer.duplex",
  "card-printer.jobs",
  "card-printer.question",
  "supplies",
  "simulation",
  "simulation.tray",
] as const;

export default defineDriver({
  name: "simulator-card-printer",
  title: "Simulated card printer",
  offers: OFFERS,
  offersWith: ({ duplex }) =>
    duplex === false ? OFFERS.filter((name) => name !== "card-printer.duplex") : OFFERS,
  options: Type.Object(
    {
      printMs: Type.Integer({
        default: 4_000,
        minimum: 0,
        maximum: 600_000,
        description: "Milliseconds from feeding a card to its leaving the printer.",
      }),
      feederCards: Type.Integer({
        default: 100,
        minimum: 0,
        maximum: 1_000,
        description: "Blank cards in a full feeder.",
      }),
      ribbonCards: Type.Integer({
        default: 200,
        minimum: 0,
        maximum: 1_000,
        description: "Cards that a new ribbon prints.",
      }),
      duplex: Type.Boolean({
        default: true,
        description: "Whether it turns the card over to print its back.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./card-printer.ts"),
});
