import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";
import { COLUMNS } from "../escpos/paper.ts";

export default defineDriver({
  name: "simulator-receipt-printer",
  title: "Simulated receipt printer",
  offers: ["receipt-printer", "simulation", "simulation.tray"],
  options: Type.Object(
    {
      columns: Type.Enum(COLUMNS, {
        default: 42,
        description: "Characters a line: 42 on 80 mm paper, 32 on 58 mm.",
      }),
      printMs: Type.Integer({
        default: 300,
        minimum: 0,
        maximum: 60_000,
        description: "Milliseconds that one receipt takes.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./receipt-printer.ts"),
});
