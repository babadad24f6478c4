import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "printer-windows",
  title: "Printer of Windows",
  offers: [
    "card-printer",
    "card-printer.duplex",
    "card-printer.jobs",
    "sheet-printer",
    "sheet-printer.jobs",
    "raw-printer",
  ],
  offersWith: ({ prints, duplex }) => {
    if (prints === "sheet") return ["sheet-printer", "sheet-printer.jobs", "raw-printer"];
    const back = duplex === true ? (["card-printer.duplex"] as const) : [];
    return ["card-printer", ...back, "card-printer.jobs", "raw-printer"];
  },
  options: Type.Object(
    {
      printer: Type.String({
        // Everything that Windows allows in a name: spaces, quotes, & and %. No control characters.
        pattern: "^[^\\u0000-\\u001f]+$",
        maxLength: 220,
        description: "Its name in Windows, letter for letter.",
      }),
      prints: Type.Enum(["card", "sheet"], {
        default: "card",
        description: "Plastic cards, or pages of paper.",
      }),
      duplex: Type.Boolean({
        default: false,
        description:
          "Cards only: the printer turns the card over, and both sides are switched on in its settings in Windows.",
      }),
      by: Type.Enum(["auto", "gdi", "viewer"], {
        default: "auto",
        description:
          "Who draws: Windows itself (`gdi`, cards only) or the program in `viewer`. `auto` is `gdi` for cards, `viewer` for sheets.",
      }),
      viewer: Type.String({
        default: "",
        pattern: '^$|^[A-Za-z]:\\\\[^\\u0000-\\u001f"<>|?*]+\\.[Ee][Xx][Ee]$|^/[^\\u0000-\\u001f]+$',
        maxLength: 300,
        "x-program": true,
        description: "Full path of a program that prints a PDF and ends.",
      }),
      viewerArguments: Type.Array(Type.String({ maxLength: 300 }), {
        default: ["-silent", "-print-settings", "noscale", "-print-to", "{printer}", "{file}"],
        maxItems: 20,
        description:
          "One entry for each argument; `{file}` and `{printer}` are put in. It must not scale. The default is SumatraPDF's.",
      }),
      viewerWithinMs: Type.Integer({
        default: 60_000,
        minimum: 1_000,
        maximum: 600_000,
        description: "A viewer that has not ended by then is stopped.",
      }),
      pollMs: Type.Integer({
        default: 250,
        minimum: 50,
        maximum: 10_000,
        description:
          "Milliseconds between two looks at a job in print. Windows forgets a printed job at once: seldom looking means not knowing.",
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
        description: "A job not out by then is taken out of the queue; refilling by a person is included.",
      }),
      lostAfterMs: Type.Integer({
        default: 10_000,
        minimum: 0,
        maximum: 120_000,
        description:
          "Milliseconds without an answer, or offline over a job, after which the printer counts as gone.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./printer.ts"),
  find: () => import("./find.ts"),
});
