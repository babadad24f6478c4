import path from "node:path";
import { parse } from "../../kernel/schema.ts";
import { type Config, ConfigSchema } from "./schema.ts";

export interface DemoWishes {
  /** Absolute; everything of the demonstration stays inside. */
  readonly folder: string;
  readonly port: number;
}

/** The whole desk with simulated devices, an invented INLISLite and the standard published by Sidoarjo. */
export function demoConfig({ folder, port }: DemoWishes): Config {
  return parse(
    ConfigSchema,
    {
      desk: { id: "desk-1", title: "Loket 1", others: [{ id: "desk-2", title: "Loket 2" }] },
      library: {
        timeZone: "Asia/Jakarta",
        standard: "id.sidoarjo.kta-dan-kta-online",
        institution: "Pemerintah Kabupaten Tirtamaya",
        address: "Jalan Seroja 8, Tirtamaya",
        phone: "0800 0000 001",
        website: "perpustakaan.tirtamaya.example",
        openingHours: "Senin–Sabtu, 08.00–15.30",
      },
      server: { port },
      store: { folder },
      backup: { enabled: false, folder: path.join(folder, "backups") },
      inlislite: { mode: "embedded" },
      cards: { printer: "desk-1-card-printer", route: ["cut", "laminate"] },
      devices: [
        { id: "desk-1-camera", driver: "simulator-camera" },
        { id: "desk-1-card-printer", driver: "simulator-card-printer" },
        { id: "desk-1-sheets", driver: "simulator-sheet-printer" },
        { id: "desk-1-receipt", driver: "simulator-receipt-printer" },
        { id: "desk-1-scanner", driver: "simulator-scanner" },
      ],
      log: { folder: path.join(folder, "log") },
      simulation: { enabled: true },
    },
    "The demonstration's configuration",
  );
}
