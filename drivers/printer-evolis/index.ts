import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";
import { DUPLEX_MODES, INPUT_TRAYS, OVERLAYS, RIBBONS } from "./settings.ts";
import { CLEANING_COUNTERS } from "./supplies.ts";

const OFFERS = [
  "card-printer",
  "card-printer.duplex",
  "card-printer.jobs",
  "card-printer.question",
  "supplies",
] as const;

export default defineDriver({
  name: "printer-evolis",
  title: "Evolis card printer through its maker's service",
  offers: OFFERS,
  offersWith: ({ duplex }) =>
    duplex === "DUPLEX_CC" ? OFFERS : OFFERS.filter((name) => name !== "card-printer.duplex"),
  options: Type.Object(
    {
      device: Type.String({
        pattern: "^[A-Za-z0-9][A-Za-z0-9 ._()#/-]{0,79}$",
        description: "The printer's name as the service lists it, for example `Evolis Primacy`.",
      }),
      host: Type.String({
        "x-server": true,
        default: "127.0.0.1",
        pattern: "^[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}$",
        description: "Where the service runs. It knows no password, so no other machine should reach it.",
      }),
      port: Type.Integer({
        default: 18_000,
        minimum: 1,
        maximum: 65_535,
        description: "The service's TCP port; TCP may be switched off in its settings.",
      }),
      supervise: Type.Boolean({
        default: true,
        description: "Ask the service to watch a printer that it lists and does not watch.",
      }),
      ribbon: Type.Enum(["auto", ...RIBBONS], {
        default: "auto",
        description: "`auto` goes by what the printer says, and else by the service's own settings.",
      }),
      overlay: Type.Enum(OVERLAYS, {
        default: "auto",
        description: "The clear layer over the whole card; `auto` prints it where the ribbon has one.",
      }),
      inputTray: Type.Enum(INPUT_TRAYS, { default: "FEEDER", description: "Where blank cards come from." }),
      duplex: Type.Enum(DUPLEX_MODES, {
        default: "SIMPLEX",
        description:
          "`DUPLEX_CC` for a printer that turns the card over: its back is printed in colour like its front.",
      }),
      isTurned: Type.Boolean({
        default: false,
        description: "Print the card upside down, for cards that lie the other way round in the feeder.",
      }),
      picture: Type.Enum(["bmp", "png"], {
        default: "bmp",
        description: "How the card's picture is sent. No public text says which formats a service takes.",
      }),
      lowAtCards: Type.Integer({
        default: 20,
        minimum: 0,
        maximum: 1_000,
        description: "Cards left, on the ribbon or before cleaning, at which that counts as low.",
      }),
      cleaningCounter: Type.Enum(CLEANING_COUNTERS, {
        default: "Rco;n",
        description:
          "The printer's counter that is shown as cards until cleaning. The public manual names three for cleaning and does not say which counts down: compare with the maker's own program, or choose `none`.",
      }),
      pollMs: milliseconds(500, 20, 10_000, "between two looks at a card in print."),
      watchMs: milliseconds(3_000, 20, 60_000, "between two looks at the printer while nothing prints."),
      callWithinMs: milliseconds(4_000, 50, 60_000, "that the service may take for one answer."),
      startWithinMs: milliseconds(
        30_000,
        50,
        600_000,
        "in which a printer that took a card must begin with it.",
      ),
      jobWithinMs: milliseconds(
        180_000,
        100,
        3_600_000,
        "for one card; waiting for a person's answer not counted.",
      ),
      answerWithinMs: milliseconds(
        300_000,
        50,
        3_600_000,
        "that a question waits for a person before the card is cancelled.",
      ),
      lostAfterMs: milliseconds(10_000, 0, 120_000, "of silence after which the printer counts as gone."),
    },
    { additionalProperties: false },
  ),
  load: () => import("./printer.ts"),
  find: () => import("./find.ts"),
});

function milliseconds(preset: number, minimum: number, maximum: number, what: string) {
  return Type.Integer({ default: preset, minimum, maximum, description: `Milliseconds ${what}` });
}
