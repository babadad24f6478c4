import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";

/** Copy this folder, rename it after the family of devices, and add the manifest to drivers/index.ts. */
export default defineDriver({
  name: "receipt-text-file",
  title: "Receipts as text in a file",
  offers: ["receipt-printer"],
  options: Type.Object(
    {
      path: Type.String({
        minLength: 1,
        maxLength: 500,
        description: "File or device that takes plain text.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./device.ts"),
});
