import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "simulator-scanner",
  title: "Simulated scanner",
  offers: ["scanner", "simulation", "simulation.scan"],
  options: Type.Object(
    {
      symbology: Type.String({
        default: "]C0",
        pattern: "^\\][A-Za-z][0-9A-Fa-f]$",
        description: "The AIM identifier that it sends; `]C0` is Code 128.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./scanner.ts"),
});
