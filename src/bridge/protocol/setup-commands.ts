import { type Static, Type } from "typebox";
import { nullable } from "./basic-shapes.ts";
import { command, Empty, params } from "./command.ts";

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const line = Type.String({ maxLength: 1000 });

const DESK = { id: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }), title: text(80) };
const LIBRARY = { timeZone: text(60), standard: text(100) };
const SERVER = {
  host: text(255),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  database: text(64),
  user: text(80),
};
const SITE = nullable(Type.String({ maxLength: 500, pattern: "^https?://" }));
const PROXY = { enabled: Type.Boolean(), url: SITE };
const PASSWORD = nullable(
  Type.String({
    maxLength: 200,
    description: "Null: the one that is kept already, if any; for the server that it was kept for alone.",
  }),
);

const Database = params({ ...SERVER, password: PASSWORD });
export type DatabaseAnswers = Static<typeof Database>;

const Answers = params({
  desk: params(DESK),
  library: params(LIBRARY),
  inlislite: Database,
  proxy: params(PROXY),
});
export type SetupAnswers = Static<typeof Answers>;

const FindingView = Type.Object({
  check: Type.String({ maxLength: 60 }),
  outcome: Type.Enum(["ok", "warn", "fail"]),
  what: line,
  mend: nullable(line),
});
const Findings = Type.Array(FindingView, { maxItems: 30 });
export type FindingView = Static<typeof FindingView>;

const SetupView = Type.Object({
  isFirstRun: Type.Boolean({ description: "There is no titian.toml yet." }),
  canWrite: Type.Boolean({
    description: "False in a demonstration, and where an administrator keeps the file.",
  }),
  hasPassword: Type.Boolean(),
  desk: Type.Object(DESK),
  library: Type.Object(LIBRARY),
  inlislite: Type.Object(SERVER),
  proxy: Type.Object(PROXY),
});
export type SetupView = Static<typeof SetupView>;

/** The first run, and what of it may be changed later. The console's own; a password goes in and never comes out. */
export const SETUP_COMMANDS = {
  "setup.get": command({
    since: 1,
    summary:
      "What titian.toml says of the desk, the database, the way in and the standard, as this daemon runs.",
    params: Empty,
    result: SetupView,
    deadlineMs: 5_000,
    consoleOnly: true,
  }),
  "setup.tryDatabase": command({
    since: 1,
    summary:
      "Looks at a database as it is being typed: reachable, of a known version, enough rights and no more. Changes nothing.",
    params: Database,
    result: Type.Object({ findings: Findings, grants: Type.Array(line, { maxItems: 60 }) }),
    deadlineMs: 15_000,
    consoleOnly: true,
  }),
  "setup.lookAtSite": command({
    since: 1,
    summary: "Which ways into the INLISLite at this address work in which browser, and which one to take.",
    params: params({ url: Type.String({ maxLength: 500, pattern: "^https?://" }) }),
    result: Type.Object({
      findings: Findings,
      isSeen: Type.Boolean(),
      recommended: Type.Enum(["script", "proxy", "popup", "console"]),
    }),
    deadlineMs: 30_000,
    consoleOnly: true,
  }),
  "setup.write": command({
    since: 1,
    summary:
      "Writes titian.toml, and the password to a file of its own; then the daemon begins anew with it. A file that is there keeps its comments and what was not asked.",
    params: Answers,
    result: Empty,
    deadlineMs: 10_000,
    consoleOnly: true,
  }),
} as const;
