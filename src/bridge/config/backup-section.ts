import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const BackupSection = section(
  {
    enabled: Type.Boolean({
      default: true,
      ...RESTART,
      description: "Back up Titian's records every day while the desk works.",
    }),
    folder: Type.String({
      default: "",
      "x-folder": true,
      maxLength: 1000,
      ...RESTART,
      description:
        "Where backups go, best on another disk. Empty: `backups` in the store's folder, which helps against a damaged file and not against a broken disk. Whoever holds a backup can open its photos: it has the key with it.",
    }),
    at: Type.String({
      default: "12:15",
      pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$",
      ...RESTART,
      description: "Time of day in the library's zone; a desk that is off then backs up when it is on again.",
    }),
    keep: Type.Integer({
      default: 7,
      minimum: 1,
      maximum: 100,
      ...RESTART,
      description: "How many backups are kept; older ones are removed once a newer one is verified.",
    }),
  },
  "Backups of the store.",
);
