import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const SyncSection = section(
  {
    mirror: Type.Boolean({
      default: true,
      ...RESTART,
      description:
        "Keep a local copy of what a desk needs of each member (never NIK, address, mother's name or birth date), for search and for hours without the server. `false` also erases the copy.",
    }),
    pollEveryMs: Type.Integer({
      default: 3000,
      minimum: 1000,
      maximum: 60_000,
      ...RESTART,
      description: "Milliseconds between two looks at what is new in INLISLite.",
    }),
    comparedRowsPerSecond: Type.Integer({
      default: 2000,
      minimum: 50,
      maximum: 50_000,
      ...RESTART,
      description:
        "Members whose checksums are compared each second, to find what INLISLite does not stamp. A slow server is asked less by itself.",
    }),
    keepDays: Type.Integer({
      default: 30,
      minimum: 1,
      maximum: 365,
      ...RESTART,
      description: "A copy that has not heard of INLISLite for so many days is wiped.",
    }),
  },
  "How the local copy keeps in step with INLISLite.",
);
