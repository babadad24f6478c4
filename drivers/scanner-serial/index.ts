import { Type } from "typebox";
import { defineDriver, USB_SELECTOR } from "../../src/devices/index.ts";
import { TERMINATORS } from "./terminators.ts";

export default defineDriver({
  name: "scanner-serial",
  title: "Scanner on a serial or USB-COM port",
  offers: ["scanner"],
  options: Type.Object(
    {
      path: Type.String({
        pattern: `^(/[A-Za-z0-9._/-]{1,200}|COM[0-9]{1,3}|${USB_SELECTOR})$`,
        description:
          "`COM3`, `/dev/serial/by-id/…`, or `usb:0c2e:0b61`: vendor and product, whichever port it comes up at; with `:SERIAL` or `@1-1.2` to tell twins apart.",
      }),
      baudRate: Type.Integer({
        default: 9_600,
        minimum: 300,
        maximum: 921_600,
        description: "Without meaning for USB-COM; 9600 is what scanners leave the factory with.",
      }),
      terminator: Type.Enum(TERMINATORS, {
        default: "cr",
        description:
          "What the scanner sends after each code; `cr` also reads a scanner that sends CR and LF.",
      }),
      gapMs: Type.Integer({
        default: 120,
        minimum: 20,
        maximum: 2_000,
        description: "With the terminator `none`: silence of so many milliseconds ends a code.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./scanner.ts"),
  find: () => import("./find.ts"),
});
