import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { openStore } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import type { Language } from "../messages/messages.ts";
import { type Erased, eraseMember } from "../privacy/erase-member.ts";

interface Wishes {
  readonly config: Config;
  readonly member: string;
  readonly json: boolean;
  readonly language: Language;
  readonly confirm: (question: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Erases what this PC holds of a member, and says exactly what went, what stays and why. Throws `STORE_LOCKED` beside a daemon. */
export async function eraseMemberHere(wishes: Wishes): Promise<string> {
  const { config, member, json, language, confirm, clock, log } = wishes;
  const words = WORDS[language];
  using store = openStore({ folder: config.store.folder, desk: config.desk.id, clock, log });
  if (!(await confirm(words.question))) return words.left;
  const erased = eraseMember(member as MemberNo, { config, store });
  return json ? JSON.stringify(erased, undefined, 2) : erasedText(erased, language);
}

function erasedText({ files, copies, mirrored, kept }: Erased, language: Language): string {
  const words = WORDS[language];
  return [
    words.erased,
    words.files(files),
    words.copies(copies),
    words.mirrored(mirrored),
    "",
    words.stays,
    words.log(kept),
    ...words.elsewhere,
  ].join("\n");
}

const WORDS = {
  id: {
    question: "Hapus foto, tanda tangan, dan salinan data anggota ini dari PC ini? Tidak bisa dikembalikan.",
    left: "Tidak ada yang diubah.",
    erased: "Dihapus dari PC ini:",
    files: (count: number) => `  - ${count} berkas terenkripsi: foto, tanda tangan, nama pengambil kartu`,
    copies: (count: number) =>
      `  - ${count} salinan berkas itu di folder cadangan dan di catatan yang disisihkan`,
    mirrored: (count: number) => `  - ${count} baris di salinan anggota`,
    stays: "Tetap ada, dan sebabnya:",
    log: (count: number) =>
      `  - ${count} layanan dan cetak dalam catatan peristiwa, dengan nomor baris INLISLite dan kunci satu arah: bukti waktu layanan, tanpa nama dan nomor anggota`,
    elsewhere: [
      "  - satu catatan bahwa penghapusan ini dilakukan",
      "  - baris anggota di INLISLite: selama masih ada di sana, salinannya muncul lagi. Hapus di INLISLite lebih dahulu",
      "  - cadangan di tempat lain (stik USB, server): hapus cadangannya, atau ulangi perintah ini setelah memulihkannya",
      "  - pengaduan: tidak terhubung ke anggota. Hapus isinya di halaman Pengaduan",
      "  - loket lain: jalankan perintah ini juga di sana",
      "  - kartu dan tanda terima yang sudah tercetak, dan antrean printer PC ini",
    ],
  },
  en: {
    question: "Erase this member's photos, signatures and copied data from this PC? It cannot be undone.",
    left: "Nothing was changed.",
    erased: "Erased from this PC:",
    files: (count: number) => `  - ${count} encrypted files: photos, signatures, names of who fetched a card`,
    copies: (count: number) =>
      `  - ${count} copies of those files in the folder for backups and in records put aside`,
    mirrored: (count: number) => `  - ${count} rows of the copy of members`,
    stays: "What stays, and why:",
    log: (count: number) =>
      `  - ${count} services and prints in the event log, with INLISLite's row number and a one-way key: proof of service times, without name or member number`,
    elsewhere: [
      "  - one entry that this was erased",
      "  - the member's row in INLISLite: while it is there, the copy comes back. Delete it in INLISLite first",
      "  - backups elsewhere (a USB stick, a server): delete them, or repeat this command after restoring one",
      "  - complaints: they are not tied to members. Erase their text on the page Complaints",
      "  - other desks: run this command there too",
      "  - cards and receipts that are printed, and this PC's print queue",
    ],
  },
} as const;
