import { Type } from "typebox";
import { defineDriver, USB_SELECTOR } from "../../src/devices/index.ts";

export default defineDriver({
  name: "scanner-hid",
  title: "Scanner in HID-POS mode",
  offers: ["scanner"],
  options: Type.Object(
    {
      usb: Type.String({
        default: "auto",
        pattern: `^(auto|${USB_SELECTOR})$`,
        description:
          "`usb:0c2e:0b6a`, with `:SERIAL` or `@1-1.2` to tell twins apart; `auto`: the only such scanner that is plugged in.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./create-scanner.ts"),
  find: () => import("./find.ts"),
});
