import { type Static, Type } from "typebox";
import { BackupSection } from "./backup-section.ts";
import { ComplaintsSection } from "./complaints-section.ts";
import { DeliverySection } from "./delivery-section.ts";
import { ExchangeSection } from "./exchange-section.ts";
import { FinishingSection } from "./finishing-section.ts";
import { HandoverSection } from "./handover-section.ts";
import { LibrarySection } from "./library-section.ts";
import { MailSection } from "./mail-section.ts";
import { OperatorsSection } from "./operators-section.ts";
import { PhotoSection } from "./photo-section.ts";
import { ProxySection } from "./proxy-section.ts";
import { ReportsSection } from "./reports-section.ts";
import { databasePort, passwordFile, RESTART, section, strict } from "./section.ts";
import { SurveySection } from "./survey-section.ts";
import { SyncSection } from "./sync-section.ts";
import { UpdatesSection } from "./updates-section.ts";

const DeviceId = Type.String({
  pattern: "^[a-z0-9-]{1,40}$",
  description: "Small letters, digits and hyphens.",
});

export const DeviceEntry = Type.Object(
  {
    id: Type.String({ ...DeviceId, description: "How the desk calls it, for example `desk-1-camera`." }),
    driver: Type.String({
      minLength: 1,
      maxLength: 40,
      description: "A driver's name, as `titian doctor` lists them.",
    }),
    options: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown(), {
      default: {},
      description: "Options of that driver; each driver checks its own.",
    }),
  },
  strict,
);

/**
 * Everything that can be configured. docs/config.md, the checks, the environment variables and the masking of secrets
 * are read from here. `x-restart`: takes effect at the next start. `x-secret`: never shown. `x-server` and
 * `x-folder`: whom the desk talks to and where it writes, shown before somebody else's file is taken over.
 */
export const ConfigSchema = Type.Object(
  {
    desk: section(
      {
        id: Type.String({
          ...DeviceId,
          default: "desk-1",
          ...RESTART,
          description: "Names this desk in every event. Unique in the library, never changed.",
        }),
        title: Type.String({
          default: "Loket 1",
          minLength: 1,
          maxLength: 80,
          ...RESTART,
          description: "As staff call the desk.",
        }),
        letter: Type.String({
          default: "A",
          pattern: "^[A-Z]$",
          ...RESTART,
          description:
            "Queue numbers of this desk begin with it: A-001. Another for each desk, so that two desks never give the same number, also while they cannot reach each other.",
        }),
        others: Type.Array(
          Type.Object({ id: DeviceId, title: Type.String({ minLength: 1, maxLength: 80 }) }, strict),
          {
            default: [],
            maxItems: 40,
            ...RESTART,
            description:
              "The library's other desks, by id and by name: a running case can be handed to them.",
          },
        ),
      },
      "This desk.",
    ),
    library: LibrarySection,
    server: section(
      {
        port: Type.Integer({
          default: 9700,
          minimum: 0,
          maximum: 65_535,
          ...RESTART,
          description: "TCP port on 127.0.0.1; 0 takes any free one. Titian never listens on the network.",
        }),
      },
      "Where pages of this PC find Titian.",
    ),
    store: section(
      {
        folder: Type.String({
          default: "",
          "x-folder": true,
          maxLength: 1000,
          ...RESTART,
          description: "Folder of the event log, photos and signatures. Empty: the platform's usual place.",
        }),
      },
      "What Titian keeps.",
    ),
    backup: BackupSection,
    inlislite: section(
      {
        mode: Type.Enum(["mysql", "embedded"], {
          default: "mysql",
          ...RESTART,
          description: "`mysql` is INLISLite's own database; `embedded` an invented one for demonstrations.",
        }),
        host: Type.String({
          default: "127.0.0.1",
          "x-server": true,
          minLength: 1,
          maxLength: 255,
          ...RESTART,
          description: "Database server.",
        }),
        port: databasePort(),
        database: Type.String({
          default: "inlislite_v3",
          minLength: 1,
          maxLength: 64,
          ...RESTART,
          description: "Name of INLISLite's database.",
        }),
        user: Type.String({
          default: "titian",
          minLength: 1,
          maxLength: 80,
          ...RESTART,
          description: "A read-only user; `titian inlislite grants` prints how to make it.",
        }),
        passwordFile: passwordFile(),
        budgetMs: Type.Integer({
          default: 3000,
          minimum: 200,
          maximum: 30_000,
          ...RESTART,
          description:
            "Milliseconds one question to the database may take before the desk goes on without it.",
        }),
        version: Type.Optional(
          Type.Enum(["3.2", "3.3"], {
            ...RESTART,
            description: "Only where the version cannot be read from the shape of the tables.",
          }),
        ),
      },
      "INLISLite's database, read only.",
    ),
    photo: PhotoSection,
    proxy: ProxySection,
    sync: SyncSection,
    exchange: ExchangeSection,
    updates: UpdatesSection,
    cards: section(
      {
        template: Type.String({
          default: "default",
          pattern: "^[a-z0-9-]{1,60}$",
          ...RESTART,
          description: "Card template.",
        }),
        printer: Type.Optional(
          Type.String({
            ...DeviceId,
            ...RESTART,
            description: "Device that cards are printed on. Left out: the first card printer of the list.",
          }),
        ),
        route: Type.Array(Type.Enum(["cut", "laminate"]), {
          default: ["cut", "laminate"],
          maxItems: 2,
          uniqueItems: true,
          ...RESTART,
          description: "What happens to a card after print, in this order. Empty: it is ready at once.",
        }),
        notCollectedDays: Type.Integer({
          default: 14,
          minimum: 1,
          maximum: 365,
          ...RESTART,
          description: "A finished card that nobody has fetched for so many days is listed at the desk.",
        }),
      },
      "Cards.",
    ),
    finishing: FinishingSection,
    handover: HandoverSection,
    delivery: DeliverySection,
    reports: ReportsSection,
    survey: SurveySection,
    complaints: ComplaintsSection,
    operators: OperatorsSection,
    mail: MailSection,
    devices: Type.Array(DeviceEntry, {
      default: [],
      maxItems: 40,
      ...RESTART,
      description: "The devices of this desk.",
    }),
    log: section(
      {
        level: Type.Enum(["debug", "info", "warn", "error"], {
          default: "info",
          ...RESTART,
          description: "How much is written.",
        }),
        folder: Type.String({
          default: "",
          "x-folder": true,
          maxLength: 1000,
          ...RESTART,
          description: "Folder of the log files. Empty: `log` in the store's folder.",
        }),
        maxSizeMb: Type.Integer({
          default: 10,
          minimum: 1,
          maximum: 1000,
          ...RESTART,
          description: "A log file of this size is put aside.",
        }),
        keepFiles: Type.Integer({
          default: 7,
          minimum: 1,
          maximum: 100,
          ...RESTART,
          description: "How many of those are kept.",
        }),
      },
      "The technicians' log. It holds no personal data.",
    ),
    simulation: section(
      {
        enabled: Type.Boolean({
          default: false,
          ...RESTART,
          description:
            "Allow simulated devices and faults put in by name. The console says so on every page.",
        }),
      },
      "For demonstrations and training.",
    ),
  },
  strict,
);

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Config = DeepReadonly<Static<typeof ConfigSchema>>;
export type DeviceConfig = Config["devices"][number];
