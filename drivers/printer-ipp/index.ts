import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "printer-ipp",
  title: "Card printer over IPP or CUPS",
  offers: ["card-printer", "card-printer.jobs"],
  options: Type.Object(
    {
      uri: Type.String({
        pattern: "^(ipp|http)://[A-Za-z0-9._:\\[\\]-]+(/[A-Za-z0-9._~%/-]*)?$",
        maxLength: 200,
        description:
          "`ipp://192.168.1.20/ipp/print`, or `http://localhost:631/printers/NAME` for a queue of CUPS.",
      }),
      format: Type.Enum(["auto", "application/pdf", "image/png", "image/jpeg"], {
        default: "auto",
        description: "What the card is sent as; `auto` takes the best that the printer names.",
      }),
      media: Type.String({
        default: "auto",
        pattern: "^[A-Za-z0-9._-]{1,80}$",
        description: "The printer's own word for an ID-1 card; `auto` looks for one of that size.",
      }),
      pollMs: Type.Integer({
        default: 1_000,
        minimum: 50,
        maximum: 10_000,
        description: "Milliseconds between two looks at a job in print.",
      }),
      watchMs: Type.Integer({
        default: 5_000,
        minimum: 50,
        maximum: 60_000,
        description: "Milliseconds between two looks at the printer while nothing prints.",
      }),
      jobWithinMs: Type.Integer({
        default: 300_000,
        minimum: 1_000,
        maximum: 3_600_000,
        description: "A card not out by then is taken out of the queue; refilling by a person is included.",
      }),
      lostAfterMs: Type.Integer({
        default: 10_000,
        minimum: 0,
        maximum: 120_000,
        description: "Milliseconds of silence after which the printer counts as gone.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./printer.ts"),
});
