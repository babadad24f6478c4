import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const ReportsSection = section(
  {
    folder: Type.Optional(
      Type.String({
        "x-folder": true,
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        description:
          "Folder for last month's punctuality, materials, complaints, survey and members as PDF and XLSX, made on the first day of a month or as soon as the desk is on (and INLISLite, for the members). No names are in them. Left out: none are made.",
      }),
    ),
    paper: Type.Enum(["A4", "F4"], {
      default: "A4",
      ...RESTART,
      description: "Paper of those reports.",
    }),
  },
  "Reports that are made by themselves.",
);
