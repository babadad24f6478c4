import { cardPlace } from "./id-card-place.ts";
import { caseTexts } from "./id-case.ts";
import { pageTexts } from "./id-companion-pages.ts";
import { devices } from "./id-devices.ts";
import { face } from "./id-face.ts";
import { hints } from "./id-hints.ts";
import { pace } from "./id-pace.ts";
import { steps } from "./id-steps.ts";
import { workTexts } from "./id-work.ts";

/** Everything the companion says inside INLISLite's pages. en-companion.ts has exactly the same keys. */
export const idCompanion = {
  ...pageTexts,
  cardPlace,
  steps,
  photo: workTexts.photo,
  anyway: workTexts.print.anyway,
  face,
  hints,
  statuses: caseTexts.member.statuses,
  devices: devices.devices,
  reasons: devices.reasons,
  unknownReason: devices.unknownReason,
  pauseReasons: caseTexts.case.pauseReasons,
  kinds: caseTexts.start.kinds,
  pace,
  verdict: caseTexts.verdict,
  link: {
    connecting: "Menyambung ke Titian",
    connectingMend: "Biasanya selesai dalam beberapa detik.",
    away: "Titian di komputer ini tidak berjalan.",
    awayMend:
      "INLISLite tetap bisa dipakai. Nyalakan Titian, atau hubungi teknisi; sambungan dicoba otomatis.",
    blocked: "Titian belum tersambung dari halaman ini.",
    blockedMend: "Bila Titian sudah menyala, peramban menahannya. Sambungkan lewat jendela Titian.",
    popup: "Buka jendela Titian",
    nobody: "Belum ada petugas yang masuk.",
    nobodyMend: "Buka Titian, lalu ketik PIN di sana. Bilah ini ikut dengan sendirinya.",
    signIn: "Masuk di Titian",
    popupRefused: "Peramban menahan jendelanya. Izinkan pop-up untuk alamat ini, lalu tekan sekali lagi.",
    lost: "Sambungan terputus sebelum ada jawaban. Coba sekali lagi setelah tersambung.",
    pairing: "Menunggu izin di halaman Titian.",
    pairingMend: "Buka Titian, pilih Perangkat, lalu setujui kode yang sama:",
    code: (code: string) => `Kode ${code.split("").join(" ")}`,
    waitsFor: "Menunggu Titian tersambung lagi",
    openTitian: "Buka Titian",
    refused: "Halaman ini belum diizinkan memakai Titian.",
    refusedMend: "Minta izin, lalu setujui kodenya di halaman Titian.",
    askAgain: "Minta izin",
    outdated: "Halaman ini tidak cocok dengan versi Titian di komputer ini.",
    outdatedMend: "Simpan isian, lalu muat ulang halaman.",
    reload: "Muat ulang",
  },
  bar: {
    label: "Pendamping Titian",
    desk: "Buka Loket",
    photo: "Foto anggota",
    photoHere: "Foto lewat Titian",
    photoShort: "Foto",
    details: "Keterangan Titian",
    running: (count: number) => (count === 1 ? "1 kasus berjalan" : `${count} kasus berjalan`),
    noCase: "Belum ada kasus untuk halaman ini",
    noCaseMember: "Anggota ini belum dilayani",
    step: (number: number, count: number, name: string) => `Langkah ${number} dari ${count}: ${name}`,
    stepTook: (took: string) => `langkah ${took}`,
    stepOf: (took: string, target: string) => `langkah ${took} dari ${target}`,
    of: (time: string) => `dari ${time}`,
    due: (at: string) => `paling lambat ${at}`,
    total: (took: string, limit: string) => `Waktu layanan ${took} ${limit}`,
    paused: (reason: string) => `Dijeda: ${reason.toLowerCase()}`,
    ready: "Siap diserahkan",
    applicant: "Pemohon baru",
    start: "Mulai layani",
    startKind: "Layanan apa?",
    see: "Lihat",
    close: "Tutup",
    inlisliteAway: "Data INLISLite tidak terjangkau.",
    awayMend: "Kasus yang berjalan tetap aman. Periksa jaringan ke server INLISLite.",
    partOff: "Sebagian fungsi mati di halaman ini",
  },
  details: {
    title: "Titian di halaman ini",
    connected: (desk: string) => `Tersambung ke ${desk}`,
    page: (version: string) => `Halaman INLISLite ${version} dikenali`,
    unknownPage: "Halaman ini bukan halaman anggota yang dikenali. Bilah tetap bekerja.",
    missing: "Bagian halaman yang tidak ditemukan",
    missingMend:
      "Fungsi yang memakainya dimatikan di halaman ini. INLISLite tetap bekerja. Kirim baris ini ke teknisi.",
    allFound: "Semua bagian halaman ditemukan.",
    warnings: "Sebelum menyimpan",
    keys: "Tombol",
    keyPhoto: "Foto anggota",
    keyDesk: "Buka Loket",
    language: "Bahasa",
  },
};

export type CompanionMessages = typeof idCompanion;
