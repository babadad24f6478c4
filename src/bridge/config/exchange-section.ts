import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const ExchangeSection = section(
  {
    host: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 255,
        ...RESTART,
        description:
          "Database server that the library's desks share, most often INLISLite's own. Left out: this desk works alone.",
      }),
    ),
    port: Type.Integer({
      default: 3306,
      minimum: 1,
      maximum: 65_535,
      ...RESTART,
      description: "Its TCP port.",
    }),
    database: Type.String({
      default: "titian",
      pattern: "^[A-Za-z0-9_]{1,64}$",
      ...RESTART,
      description: "Name of the shared database; `titian exchange sql` prints how to make it.",
    }),
    user: Type.String({
      default: "titian_exchange",
      minLength: 1,
      maxLength: 80,
      ...RESTART,
      description: "A user that may read and add there, and nothing else.",
    }),
    passwordFile: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        "x-secret": true,
        description: "File whose first line is that user's password. Readable by Titian's user only.",
      }),
    ),
    everyMs: Type.Integer({
      default: 2000,
      minimum: 500,
      maximum: 60_000,
      ...RESTART,
      description: "Milliseconds between two looks at what the other desks have written.",
    }),
    budgetMs: Type.Integer({
      default: 5000,
      minimum: 200,
      maximum: 60_000,
      ...RESTART,
      description:
        "Milliseconds one statement may take before this desk goes on alone and tries again later.",
    }),
  },
  "The database that the desks of one library share.",
);
