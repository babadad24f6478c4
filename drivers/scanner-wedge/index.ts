import { Type } from "typebox";
import { defineDriver, USB_SELECTOR } from "../../src/devices/index.ts";

export default defineDriver({
  name: "scanner-wedge",
  title: "Scanner that types as a keyboard",
  offers: ["scanner", "scanner.page"],
  options: Type.Object(
    {
      prefix: Type.String({
        default: "",
        pattern: "^[!-~]{0,10}$",
        description:
          "What the scanner is programmed to send before each code. With one, pages take nothing else for a scan.",
      }),
      usb: Type.Optional(
        Type.String({
          pattern: `^${USB_SELECTOR}$`,
          description: "`usb:0c2e:0b61`: tells whether it is plugged in. Without it nothing can be told.",
        }),
      ),
    },
    { additionalProperties: false },
  ),
  load: () => import("./scanner.ts"),
  find: () => import("./find.ts"),
});
