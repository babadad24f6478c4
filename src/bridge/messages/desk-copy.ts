import type { Reached } from "../desk-copy/reach.ts";
import type { Taken } from "../desk-copy/taken.ts";
import type { Language } from "./messages.ts";

interface DeskCopyTexts {
  readonly parts: Readonly<Record<Taken["part"], string>>;
  readonly outcomes: Readonly<Record<Taken["outcome"], string>>;
  readonly written: (file: string, parts: string) => string;
  readonly counts: (counts: Readonly<Record<"designs" | "standards" | "devices", number>>) => string;
  readonly withoutSecrets: string;
  readonly withSecrets: string;
  readonly nextDesk: (file: string) => string;
  readonly reaches: (reached: Reached) => string;
  readonly isItYours: string;
  readonly left: string;
  readonly from: (desk: string, at: string, titian: string) => string;
  readonly waitsFor: (standard: string) => string;
  readonly never: string;
  readonly next: string;
  readonly running: string;
  readonly needsDesk: string;
  readonly otherDesk: (id: string) => string;
}

const id: DeskCopyTexts = {
  parts: {
    ...{ settings: "Pengaturan", password: "Kata sandi", standard: "Standar", calendar: "Kalender" },
    ...{ judging: "Cara menghitung", "complaint-limit": "Batas pengaduan", design: "Desain kartu" },
    ...{ choices: "Pilihan desain", device: "Perangkat", operator: "Petugas" },
  },
  outcomes: {
    taken: "diambil",
    same: "sudah sama",
    changed: "diganti dengan yang di salinan; yang lama tetap di catatan",
    "newer-here": "dibiarkan: di loket ini ada yang lebih baru",
    "differs-here": "dibiarkan: nomor versi ini di sini berisi lain. Bandingkan keduanya di konsol",
    exchange: "datang sendiri dari loket lain lewat pertukaran",
    own: "dibiarkan: loket ini punya pengaturannya sendiri",
    absent: "belum tersambung di sini. Sambungkan, lalu jalankan perintah yang sama sekali lagi",
    "to-write": "tulis ke berkas ini, hanya bisa dibaca Titian",
    several: "lebih dari satu yang sejenis. Pilih di halaman Perangkat",
    full: "tidak ada tempat lagi, atau belum ada kepala",
    "unknown-design": "desain ini tidak ada di Titian komputer ini. Perbarui Titian, lalu ulangi",
    "not-asked":
      "ada di salinan dan tidak diambil; ulangi dengan --passwords atau --operators bila memang diminta",
  },
  written: (file, parts) => `Salinan loket ditulis: ${file}\nIsinya: ${parts}.`,
  counts: ({ designs, standards, devices }) =>
    `pengaturan, ${standards} versi standar, ${designs} desain kartu, kalender, ${devices} perangkat`,
  withoutSecrets: "Tanpa kata sandi, PIN, nama petugas, dan data anggota.",
  withSecrets: "Di dalamnya ada rahasia: simpan di tempat terkunci, dan hapus dari stik sesudah dipakai.",
  nextDesk: (file) => `Di loket baru: titian config import ${file} --desk loket-2 --title "Loket 2"`,
  reaches: ({ what, setting, value }) => {
    const verbs = { server: "akan menghubungi", folder: "akan menulis ke", program: "akan menjalankan" };
    return `  ${verbs[what]} ${value} (${setting})`;
  },
  isItYours: "Berkas ini dari loket perpustakaan Anda sendiri, dan yang tertulis di atas benar?",
  left: "Tidak ada yang diambil.",
  from: (desk, at, titian) =>
    `Salinan ${desk}, ${at}, Titian ${titian}. Semua bagiannya lengkap; siapa penulisnya tidak dapat diperiksa.`,
  waitsFor: (standard) =>
    `Standar ${standard} datang lewat pertukaran. Sesudah tiba, tulis namanya di library.standard dan jalankan Titian lagi.`,
  never:
    "Tidak pernah ikut: kasus, anggota, foto, stok, kalibrasi, laminator, izin halaman, kunci perpustakaan.",
  next: "Berikutnya: jalankan Titian, lalu titian doctor.",
  running: "Titian sedang berjalan di PC ini. Hentikan dahulu, lalu ulangi.",
  needsDesk: "komputer ini belum punya titian.toml: beri nama pendek loketnya, misalnya --desk loket-2",
  otherDesk: (desk) =>
    `loket ini sudah bernama "${desk}", dan nama itu tidak diubah lagi; jalankan tanpa --desk`,
};

const en: DeskCopyTexts = {
  parts: {
    ...{ settings: "Settings", password: "Password", standard: "Standard", calendar: "Calendar" },
    ...{ judging: "How it is counted", "complaint-limit": "Limit for complaints", design: "Card design" },
    ...{ choices: "Choice of designs", device: "Device", operator: "Operator" },
  },
  outcomes: {
    taken: "taken over",
    same: "the same already",
    changed: "replaced by the copy's; the old one stays in the log",
    "newer-here": "left: this desk has a newer one",
    "differs-here": "left: this version number holds something else here. Compare the two at the console",
    exchange: "comes from the other desks by the exchange",
    own: "left: this desk has settings of its own",
    absent: "is not plugged in here yet. Plug it in, then run the same command once more",
    "to-write": "write it to this file, readable by Titian alone",
    several: "there is more than one of the kind. Choose on the page of devices",
    full: "there is no room, or no head yet",
    "unknown-design": "this design is not in this PC's Titian. Update Titian, then try again",
    "not-asked": "is in the copy and was not taken; say --passwords or --operators where it is wanted",
  },
  written: (file, parts) => `Copy of the desk written: ${file}\nIn it: ${parts}.`,
  counts: ({ designs, standards, devices }) =>
    `settings, ${standards} versions of standards, ${designs} card designs, the calendar, ${devices} devices`,
  withoutSecrets: "Without passwords, PINs, operators' names and members' data.",
  withSecrets: "There are secrets in it: keep it under lock, and erase it from the stick afterwards.",
  nextDesk: (file) => `At the new desk: titian config import ${file} --desk loket-2 --title "Loket 2"`,
  reaches: ({ what, setting, value }) => {
    const verbs = { server: "will talk to", folder: "will write to", program: "will run" };
    return `  ${verbs[what]} ${value} (${setting})`;
  },
  isItYours: "Is this file from a desk of your own library, and is what stands above right?",
  left: "Nothing was taken over.",
  from: (desk, at, titian) =>
    `Copy of ${desk}, ${at}, Titian ${titian}. Every part of it is there; who wrote it cannot be checked.`,
  waitsFor: (standard) =>
    `Standard ${standard} comes by the exchange. Once it is here, name it in library.standard and start Titian again.`,
  never:
    "Never in a copy: cases, members, photos, stock, calibrations, laminators, pages' rights, the library's key.",
  next: "Next: start Titian, then titian doctor.",
  running: "Titian runs on this PC. Stop it first, then try again.",
  needsDesk: "this PC has no titian.toml yet: give the desk's short name, for example --desk loket-2",
  otherDesk: (desk) => `this desk is called "${desk}" already, which is never changed; leave --desk out`,
};

export const DESK_COPY: Readonly<Record<Language, DeskCopyTexts>> = { id, en };
