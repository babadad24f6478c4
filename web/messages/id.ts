import { doubts } from "../../src/bridge/messages/id-doubts.ts";
import { batchTexts } from "./id-batch.ts";
import { board, stock } from "./id-board.ts";
import { calendar } from "./id-calendar.ts";
import { cardPlace } from "./id-card-place.ts";
import { cards } from "./id-cards.ts";
import { care } from "./id-care.ts";
import { caseTexts } from "./id-case.ts";
import { complaints } from "./id-complaints.ts";
import { deliveryTexts } from "./id-delivery.ts";
import { designer } from "./id-designer.ts";
import { devices } from "./id-devices.ts";
import { face } from "./id-face.ts";
import { handoverTexts } from "./id-handover.ts";
import { hints } from "./id-hints.ts";
import { categories, intake, passing } from "./id-intake.ts";
import { leave } from "./id-leave.ts";
import { operators } from "./id-operators.ts";
import { pace } from "./id-pace.ts";
import { privacy } from "./id-privacy.ts";
import { lateReason, punctuality } from "./id-punctuality.ts";
import { printQueue } from "./id-queue.ts";
import { quickCard } from "./id-quick-card.ts";
import { reports } from "./id-reports.ts";
import { standards } from "./id-standards.ts";
import { start as setup } from "./id-start.ts";
import { steps } from "./id-steps.ts";
import { stored } from "./id-stored.ts";
import { survey } from "./id-survey.ts";
import { tickets } from "./id-tickets.ts";
import { updates } from "./id-updates.ts";
import { waiting } from "./id-waiting.ts";
import { workTexts } from "./id-work.ts";

/** Everything the console says, in Indonesian. en.ts must have exactly the same keys; the compiler sees to it. */
export const id = {
  ...batchTexts,
  ...caseTexts,
  ...workTexts,
  ...handoverTexts,
  ...deliveryTexts,
  ...devices,
  ...waiting,
  updates,
  board,
  categories,
  calendar,
  cardPlace,
  cards,
  care,
  complaints,
  designer,
  doubts,
  face,
  hints,
  intake,
  leave,
  pace,
  passing,
  lateReason,
  printQueue,
  standards,
  privacy,
  punctuality,
  quickCard,
  reports,
  steps,
  stock,
  stored,
  tickets,
  operators,
  setup,
  survey,
  app: {
    pages: "Halaman",
    desk: "Loket",
    print: "Cetak",
    standards: "Standar",
    calendar: "Kalender",
    complaints: "Pengaduan",
    privacy: "Privasi",
    slaPages: "Ketepatan, standar, kalender, survei, pengaduan, privasi",
    board: "Laminasi",
    cards: "Kartu",
    punctuality: "Ketepatan",
    survey: "Survei",
    devices: "Perangkat",
    inlisOk: "INLISLite tersambung",
    inlisAway: "INLISLite tidak terjangkau",
    linkAway: "Titian tidak menjawab",
    connecting: "Menyambung",
    simulated: "Simulasi",
    simulatedHint: "Perangkat di sini tiruan. Tidak ada kartu sungguhan yang dicetak.",
    language: "Bahasa",
    toDark: "Tampilan gelap",
    toLight: "Tampilan terang",
    close: "Tutup",
    back: "Kembali",
  },
  link: {
    away: "Titian di komputer ini tidak menjawab.",
    awayMend: (at: string) => `Data di layar per ${at}. Sambungan dicoba lagi otomatis.`,
    awayFirst: "Sambungan dicoba lagi otomatis.",
    waitsFor: "Menunggu Titian tersambung lagi",
    starting: "Versi baru Titian sedang diperiksa.",
    startingMend: "Tunggu beberapa detik. Halaman ini berlanjut sendiri, dan semua catatan tetap ada.",
    refused: "Halaman ini tidak lagi diizinkan.",
    refusedMend: "Muat ulang halaman untuk masuk lagi.",
    reload: "Muat ulang",
    loading: "Menyiapkan loket",
    inlisAway: "INLISLite tidak terjangkau.",
    inlisAwayAge: (at: string) => `Data anggota per ${at} masih bisa dipakai.`,
    lost: "Sambungan terputus sebelum ada jawaban. Coba sekali lagi setelah tersambung.",
  },
  busy: {
    working: "Sedang dikerjakan",
    usually: (seconds: number) => `biasanya ${seconds} detik`,
    cancel: "Batal",
  },
  keys: {
    next: "lanjut",
    back: "kembali",
    find: "cari anggota",
    help: "bantuan",
    space: "Spasi",
    help_title: "Tombol dan pemindai",
    help_rows: [
      ["Enter", "Menekan tombol utama"],
      ["Spasi", "Mengambil foto pada langkah foto"],
      ["Esc", "Kembali, atau menutup dialog"],
      ["F2", "Mencari anggota"],
      ["F4", "Memanggil nomor antrean berikutnya, atau memanggilnya lagi"],
      ["F1", "Membuka bantuan ini"],
      ["Panah, + dan −", "Menggeser dan memperbesar bingkai foto"],
      ["Pindai kartu", "Membuka kasus anggota, atau membuktikan kartu yang baru keluar"],
    ] as readonly (readonly [string, string])[],
  },
  scan: {
    ready: "Pemindai siap. Pindai kartu kapan saja untuk membuka kasusnya.",
    readyCase: "Pemindai siap.",
    last: (effect: string, at: string) => `Pindai terakhir ${at}: ${effect}`,
    effects: {
      confirmed: "kartu cocok dan terbaca",
      "case-opened": "kasus dibuka",
      "member-found": "anggota ditemukan",
      "not-this-card": "kartu milik anggota lain",
      unknown: "nomor belum dikenal",
    },
    unknown: "Nomor ini belum dikenal.",
    unknownMend: "Periksa kartunya, atau cari dengan nama.",
    other: "Kartu ini milik anggota lain.",
    otherMend: "Pindai kartu yang benar, atau buka kasusnya.",
    otherCase: "Kartu anggota lain dipindai.",
    otherCaseMend: "Kasus di layar tidak berubah.",
    openCase: "Buka kasus",
  },
};

export type Messages = typeof id;
