import { Type } from "typebox";
import { databasePort, passwordFile, RESTART, section } from "./section.ts";

export const ExchangeSection = section(
  {
    host: Type.Optional(
      Type.String({
        "x-server": true,
        minLength: 1,
        maxLength: 255,
        ...RESTART,
        description:
          "Database server that the library's desks share, most often INLISLite's own. Left out: this desk works alone.",
      }),
    ),
    port: databasePort(),
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
    passwordFile: passwordFile(),
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
