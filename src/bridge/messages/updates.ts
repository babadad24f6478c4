import type { Static } from "typebox";
import type { UpdateView } from "../protocol/update-shapes.ts";
import type { Language } from "./messages.ts";
import { errorText } from "./text.ts";

type View = Static<typeof UpdateView>;
const MEGABYTE = 1_000_000;

/** `titian update status`: which version runs, and which could. */
export function updateText(view: View, language: Language): string {
  const words = WORDS[language];
  const { offered, leftBehind, previous, problem } = view;
  return [
    words.runs(view.version),
    offered
      ? words.offered(offered.version, Math.ceil(offered.bytes / MEGABYTE))
      : words.none(view.checkedAt),
    ...(view.phase === "none" || view.phase === "available" ? [] : [phaseText(view, language)]),
    ...(problem ? [errorText(problem as Parameters<typeof errorText>[0], language)] : []),
    ...(previous ? [words.previous(previous)] : []),
    ...(leftBehind ? [`${words.left(leftBehind.version)} ${words.why[leftBehind.why]}`] : []),
  ].join("\n");
}

function phaseText({ phase, percent, busyWith }: View, language: Language): string {
  const words = WORDS[language];
  if (phase === "fetching") return words.fetching(percent ?? 0);
  if (phase === "switching") return words.switching;
  return busyWith ? words.busy[busyWith] : words.waiting;
}

export const UPDATE_UNSAID = {
  id: "Belum ada kabar dari layanan Titian. Jalankan perintah ini sebagai administrator, saat layanan berjalan.",
  en: "The service has said nothing yet. Run this as administrator, while the service runs.",
} as const satisfies Record<Language, string>;

export const UPDATE_NOT_ANSWERED = {
  id: "Layanan Titian tidak menjawab. Perintah ini dikerjakan saat layanan berjalan lagi: titian service status",
  en: "The service does not answer. This is done once it runs again: titian service status",
} as const satisfies Record<Language, string>;

const WORDS = {
  id: {
    runs: (version: string) => `Titian ${version} berjalan.`,
    offered: (version: string, megabytes: number) => `Versi ${version} tersedia (${megabytes} MB).`,
    none: (at: string | null) => (at ? "Tidak ada versi yang lebih baru." : "Versi baru belum diperiksa."),
    fetching: (percent: number) => `Sedang diambil dan diperiksa: ${percent} %.`,
    waiting: "Dipasang sebentar lagi.",
    busy: {
      case: "Dipasang begitu tidak ada layanan yang berjalan.",
      print: "Dipasang begitu tidak ada kartu yang dicetak.",
    },
    switching: "Titian dimulai ulang dengan versi itu.",
    previous: (version: string) => `Bisa kembali ke ${version}: titian update rollback`,
    left: (version: string) => `Versi ${version} ditinggalkan:`,
    why: {
      "never-healthy": "sudah dicoba tiga kali dan tidak pernah siap dipakai.",
      "not-steady": "semula siap dipakai, lalu tiga kali berhenti atau macet dalam sepuluh menit pertamanya.",
      damaged: "berkasnya tidak sama dengan yang ditandatangani.",
      "taken-back": "dikembalikan oleh teknisi.",
    },
  },
  en: {
    runs: (version: string) => `Titian ${version} runs.`,
    offered: (version: string, megabytes: number) => `Version ${version} is available (${megabytes} MB).`,
    none: (at: string | null) =>
      at ? "There is no newer version." : "Nobody has looked for a newer version yet.",
    fetching: (percent: number) => `Being fetched and checked: ${percent} %.`,
    waiting: "Installed in a moment.",
    busy: {
      case: "Installed as soon as nobody is being served.",
      print: "Installed as soon as no card is being printed.",
    },
    switching: "Titian starts anew with that version.",
    previous: (version: string) => `The way back to ${version}: titian update rollback`,
    left: (version: string) => `Version ${version} was left behind:`,
    why: {
      "never-healthy": "it was tried three times and was never ready.",
      "not-steady": "it was ready at first, and three times ended or hung within its first ten minutes.",
      damaged: "its files are not those that were signed.",
      "taken-back": "a technician went back.",
    },
  },
} as const;
