import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "printer-ipp",
  title: "Printer over IPP or CUPS",
  offers: [
    "card-printer",
    "card-printer.duplex",
    "card-printer.jobs",
    "sheet-printer",
    "sheet-printer.jobs",
    "supplies",
  ],
  offersWith: ({ prints, sides = "one-sided" }) => {
    if (prints === "sheet") return ["sheet-printer", "sheet-printer.jobs", "supplies"];
    const back = sides === "one-sided" ? [] : (["card-printer.duplex"] as const);
    return ["card-printer", ...back, "card-printer.jobs", "supplies"];
  },
  options: Type.Object(
    {
      uri: Type.String({
        // No user name and no password: it is shown to technicians.
        pattern:
          "^((ipps?|http)://[A-Za-z0-9._:\\[\\]-]+|http\\+unix://%2F[A-Za-z0-9._%-]+)(/[A-Za-z0-9._~%/-]*)?$",
        maxLength: 200,
        "x-server": true,
        description:
          "`ipp://192.168.1.20/ipp/print`, `ipps://…` for a printer that wants TLS, or `http://localhost:631/printers/NAME` for a queue of CUPS.",
      }),
      prints: Type.Enum(["card", "sheet"], {
        default: "card",
        description: "Plastic cards, or pages of paper.",
      }),
      format: Type.Enum(["auto", "application/pdf", "image/png", "image/jpeg"], {
        default: "auto",
        description:
          "What a card is sent as; `auto` takes the best that the printer names. Sheets are always PDF.",
      }),
      media: Type.String({
        default: "auto",
        pattern: "^[A-Za-z0-9._-]{1,80}$",
        description:
          "The printer's own word for its card or paper, or `A4` or `F4`; `auto` goes by the size of what is printed.",
      }),
      sides: Type.Enum(["one-sided", "two-sided-long-edge", "two-sided-short-edge"], {
        default: "one-sided",
        description:
          "Of sheets, and of cards on a printer that turns them over: `two-sided-short-edge` is a lying card that is turned like a page.",
      }),
      certificate: Type.Enum(["pin", "system"], {
        default: "pin",
        description:
          "Of `ipps:`. `pin` trusts the certificate that the printer showed first, `system` one that an authority signed.",
      }),
      lowAtPercent: Type.Integer({
        default: 10,
        minimum: 0,
        maximum: 100,
        description:
          "Percent left of a ribbon, ink or toner at which that counts as low, where the printer names no threshold of its own.",
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
        description:
          "A job not out by then is taken out of the queue. Refilling by a person is included; each further page has a minute more.",
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
  find: () => import("./find.ts"),
});
