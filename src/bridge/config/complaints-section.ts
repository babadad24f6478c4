import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const ComplaintsSection = section(
  {
    keepDays: Type.Integer({
      default: 90,
      minimum: 1,
      maximum: 3650,
      ...RESTART,
      description:
        "Days for which the text of a complaint, the complainant's name and contact, and the answer are kept, encrypted, after the complaint is closed or withdrawn. Then they are erased; its times stay in the figures.",
    }),
  },
  "Complaints.",
);
