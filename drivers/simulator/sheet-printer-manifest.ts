import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "simulator-sheet-printer",
  title: "Simulated sheet printer",
  offers: ["sheet-printer", "sheet-printer.jobs", "supplies", "simulation", "simulation.tray"],
  options: Type.Object(
    {
      printMs: Type.Integer({
        default: 1_500,
        minimum: 0,
        maximum: 600_000,
        description: "Milliseconds that one page takes.",
      }),
      feederSheets: Type.Integer({
        default: 250,
        minimum: 0,
        maximum: 5_000,
        description: "Sheets in a full tray.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./sheet-printer.ts"),
});
