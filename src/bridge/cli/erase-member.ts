import { existsSync } from "node:fs";
import type { Clock } from "../../kernel/clock.ts";
import { ERROR_CODES, type ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { SqliteMirrorStore } from "../../store/mirror/mirror-store.ts";
import { openStore, type Store } from "../../store/store.ts";
import { CallError } from "../client/client.ts";
import type { Config } from "../config/schema.ts";
import { mirrorFile } from "../flows/members-in-step.ts";
import type { Language } from "../messages/messages.ts";
import { Copies } from "../privacy/copies.ts";
import { type Erased, Erasures } from "../privacy/erasures.ts";
import { placesToldBy } from "../updates/launched.ts";
import { consoleClient } from "./console-client.ts";

interface Wishes {
  readonly config: Config;
  readonly member: string;
  readonly json: boolean;
  readonly language: Language;
  readonly confirm: (question: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The daemon writes every backup's list anew. */
const WITHIN_MS = 60_000;

/**
 * Erases what this PC holds of a member, through the daemon where one runs, and says exactly what went, what stays and why.
 * Rejects with `ERASE_…`, or with what the daemon or the store says is wrong.
 */
export async function eraseMemberHere(wishes: Wishes, signal: AbortSignal): Promise<string> {
  const { member, json, language, confirm } = wishes;
  const words = WORDS[language];
  if (!(await confirm(words.question))) return words.left;
  const erased = await erase(member as MemberNo, wishes, signal);
  return json ? JSON.stringify(erased, undefined, 2) : erasedText(erased, wishes);
}

async function erase(member: MemberNo, wishes: Wishes, signal: AbortSignal): Promise<Erased> {
  using store = storeIfFree(wishes);
  return store ? eraseIn(store, member, wishes) : askDaemon(member, wishes, signal);
}

/** Undefined while a daemon has it open. */
function storeIfFree({ config, clock, log }: Wishes): Store | undefined {
  try {
    return openStore({ folder: config.store.folder, desk: config.desk.id, clock, log });
  } catch (error) {
    if (TitianError.from(error).code !== "STORE_LOCKED") throw error;
    return undefined;
  }
}

function eraseIn(store: Store, member: MemberNo, { config, clock, log }: Wishes): Erased {
  const file = mirrorFile(config);
  const mirror = existsSync(file) ? new SqliteMirrorStore({ file, clock }) : undefined;
  try {
    const copies = new Copies(config, placesToldBy(process.env)?.versions);
    return new Erasures({ store, desk: config.desk.id, copies, mirror, clock, log }).ask(member);
  } finally {
    mirror?.close();
  }
}

async function askDaemon(
  memberNo: MemberNo,
  { config, language }: Wishes,
  signal: AbortSignal,
): Promise<Erased> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
  const client = consoleClient(config.server.port, language, within);
  try {
    return await client.call("member.erase", { memberNo }, { signal: within });
  } catch (error) {
    signal.throwIfAborted();
    throw new TitianError(codeOf(error), { cause: error });
  } finally {
    client.close();
  }
}

/** What the daemon says of it, and otherwise that it said nothing: what arises on this side has no text. */
function codeOf(error: unknown): ErrorCode {
  const told = error instanceof CallError && error.text !== "" ? error.code : undefined;
  if (told === "OPERATOR_SIGN_IN_NEEDED" || told === "OPERATOR_ROLE") return "ERASE_NEEDS_HEAD";
  return ERROR_CODES.find((code) => code === told) ?? "ERASE_NOT_REACHED";
}

function erasedText(erased: Erased, { config, language }: Wishes): string {
  const { files, copies, mirrored, kept, desks } = erased;
  const words = WORDS[language];
  const isAlone = config.exchange.host === undefined;
  const isUnknown = files + copies + mirrored + kept === 0;
  return [
    ...(isUnknown ? [words.unknown, ""] : []),
    words.erased,
    words.files(files),
    words.copies(copies),
    words.mirrored(mirrored),
    ...(isAlone ? [] : ["", words.desks(desks.join(", "))]),
    "",
    words.stays,
    words.log(kept, isAlone ? "" : words.shared),
    ...words.elsewhere,
    ...(isAlone ? words.otherDesks : []),
  ].join("\n");
}

const WORDS = {
  id: {
    question:
      "Hapus foto, tanda tangan, dan salinan data anggota ini dari semua loket? Tidak bisa dikembalikan.",
    left: "Tidak ada yang diubah.",
    erased: "Dihapus dari PC ini:",
    files: (count: number) =>
      `  - ${count} berkas terenkripsi: foto, tanda tangan, nama pengambil kartu, pengaduan tentang layanannya`,
    copies: (count: number) =>
      `  - ${count} salinan berkas itu di folder cadangan dan di catatan yang disisihkan`,
    mirrored: (count: number) => `  - ${count} baris di salinan anggota`,
    desks: (titles: string) =>
      `Loket lain menghapus sendiri begitu tersambung: ${titles || "belum ada yang dikenal"}. titian privacy erasures menyebut mana yang sudah.`,
    stays: "Tetap ada, dan sebabnya:",
    unknown: "Nomor ini tidak dikenal di PC ini. Periksa apakah nomornya benar.",
    shared: ", juga di basis data bersama",
    log: (count: number, where: string) =>
      `  - ${count} layanan dan cetak dalam catatan peristiwa${where}, dengan nomor baris INLISLite dan kunci satu arah: bukti waktu layanan, tanpa nama dan nomor anggota`,
    elsewhere: [
      "  - satu catatan bahwa penghapusan ini diminta dan dilakukan",
      "  - alasan yang diketik petugas: bila ada nama di dalamnya, nama itu tetap",
      "  - baris anggota di INLISLite: selama masih ada di sana, salinannya muncul lagi. Hapus di INLISLite lebih dahulu",
      "  - cadangan di tempat lain (stik USB, server): hapus cadangannya, atau ulangi perintah ini setelah memulihkannya",
      "  - pengaduan tanpa layanan: tidak terhubung ke anggota. Hapus isinya di halaman Pengaduan",
      "  - kartu dan tanda terima yang sudah tercetak, kartu digital yang sudah dikirim, dan antrean printer PC ini",
    ],
    otherDesks: [
      "  - loket lain: loket ini bekerja sendiri (exchange.host kosong). Jalankan perintah ini juga di sana",
    ],
  },
  en: {
    question: "Erase this member's photos, signatures and copied data from all desks? It cannot be undone.",
    left: "Nothing was changed.",
    erased: "Erased from this PC:",
    files: (count: number) =>
      `  - ${count} encrypted files: photos, signatures, names of who fetched a card, complaints about their services`,
    copies: (count: number) =>
      `  - ${count} copies of those files in the folder for backups and in records put aside`,
    mirrored: (count: number) => `  - ${count} rows of the copy of members`,
    desks: (titles: string) =>
      `Other desks erase by themselves as soon as they are connected: ${titles || "none is known yet"}. titian privacy erasures says which have.`,
    stays: "What stays, and why:",
    unknown: "Nothing was known of this number on this PC. Check that it is the right one.",
    shared: ", in the shared database too",
    log: (count: number, where: string) =>
      `  - ${count} services and prints in the event log${where}, with INLISLite's row number and a one-way key: proof of service times, without name or member number`,
    elsewhere: [
      "  - one entry that this was asked for and done",
      "  - reasons as staff typed them: a name in one of them stays",
      "  - the member's row in INLISLite: while it is there, the copy comes back. Delete it in INLISLite first",
      "  - backups elsewhere (a USB stick, a server): delete them, or repeat this command after restoring one",
      "  - complaints about no service: they are not tied to members. Erase their text on the page Complaints",
      "  - cards and receipts that are printed, digital cards that were sent, and this PC's print queue",
    ],
    otherDesks: ["  - other desks: this desk works alone (no exchange.host). Run this command there too"],
  },
} as const;
