import { Type } from "typebox";
import { defineDriver } from "../../src/devices/index.ts";
import { CODEPAGES, COLUMNS, CUTTERS } from "../escpos/paper.ts";
import { ADDRESS_PATTERN } from "./address.ts";

export default defineDriver({
  name: "receipt-escpos",
  title: "Receipt printer (ESC/POS)",
  offers: ["receipt-printer", "raw-printer", "supplies"],
  options: Type.Object(
    {
      to: Type.String({
        "x-server": true,
        pattern: ADDRESS_PATTERN,
        maxLength: 300,
        description:
          "`usb:04b8:0e15` wherever it is plugged in, `/dev/usb/lp0`, `tcp://192.168.1.20` with port 9100 unless given, `COM3`, `/dev/ttyUSB0`, or `winspool:` and the printer's name in Windows.",
      }),
      baudRate: Type.Integer({
        default: 9_600,
        minimum: 1_200,
        maximum: 921_600,
        description: "Only for serial ports; the printer's own test page tells it.",
      }),
      columns: Type.Enum(COLUMNS, {
        default: 42,
        description: "Characters a line: 42 or 48 on 80 mm paper, 32 on 58 mm. The test page has a ruler.",
      }),
      codepage: Type.Enum(CODEPAGES, {
        default: "windows1252",
        description: "Letters beyond ASCII; try `cp437` when the test page shows other letters there.",
      }),
      cutter: Type.Enum(CUTTERS, {
        default: "partial",
        description: "`none` for a printer with a tear bar.",
      }),
      feedLines: Type.Integer({
        default: 3,
        minimum: 0,
        maximum: 12,
        description: "Blank lines before the cut, so that the last printed line is past the blade.",
      }),
      writeWithinMs: Type.Integer({
        default: 10_000,
        minimum: 500,
        maximum: 120_000,
        description:
          "Milliseconds in which the printer must take each piece of a job. A ticket is one piece; large raw jobs have many, of at most 64 KiB.",
      }),
      watchMs: Type.Integer({
        default: 10_000,
        minimum: 50,
        maximum: 600_000,
        description: "Milliseconds between two looks at the printer while nothing prints.",
      }),
    },
    { additionalProperties: false },
  ),
  load: () => import("./create.ts"),
  find: () => import("./find.ts"),
});
