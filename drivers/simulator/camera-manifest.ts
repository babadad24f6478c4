import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "simulator-camera",
  title: "Simulated camera",
  offers: ["camera", "camera.preview", "simulation"],
  options: Type.Object(
    {
      captureMs: Type.Integer({
        default: 120,
        minimum: 0,
        maximum: 60_000,
        description: "Milliseconds that one photo takes.",
      }),
      framesPerSecond: Type.Number({
        default: 8,
        minimum: 1,
        maximum: 30,
        description: "Of the live preview.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./camera.ts"),
});
