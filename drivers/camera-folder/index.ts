import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";
import { AFTER_TAKING } from "./after-taking.ts";

export default defineDriver({
  name: "camera-folder",
  title: "Folder of photos",
  offers: ["camera", "camera.inbox"],
  options: Type.Object(
    {
      folder: Type.String({
        pattern: "^(/|[A-Za-z]:[/\\\\]|\\\\\\\\)",
        maxLength: 400,
        description:
          "Whole path of the folder into which a camera program, e-mail or WhatsApp saves. Subfolders are not looked into.",
      }),
      afterTaking: Type.Enum(AFTER_TAKING, {
        default: "keep",
        description:
          "What happens to a file whose picture was taken: `keep` leaves it alone, `move-to-taken` moves it to the subfolder `taken`.",
      }),
      pollMs: Type.Integer({
        default: 2_000,
        minimum: 250,
        maximum: 60_000,
        description: "Milliseconds between two looks, where the system does not tell of changes by itself.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./photo-folder.ts"),
});
