import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

export default defineDriver({
  name: "camera-browser",
  title: "Camera of a browser page",
  offers: ["camera", "camera.preview", "camera.page"],
  options: Type.Object(
    {
      answerMs: Type.Integer({
        default: 4_500,
        minimum: 500,
        maximum: 14_000,
        description:
          "Milliseconds that a page may take for a photo or a first preview picture; then the next page is asked.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./browser-camera.ts"),
});
