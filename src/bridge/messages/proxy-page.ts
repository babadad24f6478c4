import type { AwayReason } from "../proxy/away.ts";
import type { Language } from "./messages.ts";

export interface AwayText {
  /** What happened. */
  readonly title: string;
  /** What it means. */
  readonly what: string;
  /** What to do, in this order. */
  readonly todo: readonly string[];
}

export interface AwayTexts {
  readonly reasons: Readonly<Record<AwayReason, AwayText>>;
  /** For a form or an upload that was on its way. */
  readonly unsure: string;
  readonly again: string;
  readonly byItself: string;
}

const id: AwayTexts = {
  reasons: {
    unreachable: {
      title: "Server INLISLite tidak menjawab",
      what: "Titian di komputer ini berjalan, tetapi server INLISLite tidak dapat dihubungi.",
      todo: [
        "Periksa kabel atau Wi-Fi komputer ini.",
        "Tanyakan apakah komputer lain juga tidak bisa membuka INLISLite. Jika ya, servernya yang perlu dinyalakan.",
        "Jika hanya komputer ini, minta teknisi memeriksa alamat INLISLite di titian.toml bagian [proxy].",
      ],
    },
    untrusted: {
      title: "Sertifikat server INLISLite tidak dikenal",
      what: "Titian tidak meneruskan apa pun, karena server yang menjawab tidak dapat dibuktikan sebagai server INLISLite.",
      todo: [
        "Minta teknisi memeriksa sertifikat server: mungkin sudah habis masa berlakunya.",
        "Untuk sertifikat buatan sendiri, isi proxy.ca atau proxy.fingerprint di titian.toml.",
      ],
    },
    silent: {
      title: "INLISLite terlalu lama menjawab",
      what: "Server INLISLite menerima permintaan ini, tetapi tidak menjawab sampai batas waktu.",
      todo: [
        "Tunggu sebentar, lalu coba lagi.",
        "Untuk laporan, pilih rentang tanggal yang lebih pendek.",
        "Jika semua halaman lambat, minta teknisi memeriksa server INLISLite.",
      ],
    },
    broken: {
      title: "Jawaban INLISLite terputus",
      what: "Server INLISLite memutus sambungan sebelum selesai menjawab.",
      todo: ["Coba lagi.", "Jika terulang, minta teknisi melihat log server INLISLite pada jam ini."],
    },
    loop: {
      title: "Alamat INLISLite perlu diperbaiki",
      what: "Server INLISLite mengalihkan ke alamatnya yang lain, dan pengalihan itu kembali ke halaman ini.",
      todo: [
        "Minta teknisi menyamakan proxy.url di titian.toml dengan alamat yang tampil di peramban saat INLISLite dibuka langsung. Biasanya https menggantikan http.",
      ],
    },
    "too-large": {
      title: "Berkas terlalu besar",
      what: "Berkas tidak dikirim, karena melebihi batas yang diatur untuk loket ini.",
      todo: ["Kecilkan berkasnya, lalu kirim lagi.", "Batasnya ada di titian.toml: proxy.maxUploadMb."],
    },
  },
  unsure:
    "Isian yang tadi dikirim mungkin belum tersimpan. Periksa dulu di INLISLite sebelum mengirim ulang.",
  again: "Coba lagi",
  byItself: "Halaman ini mencoba lagi sendiri setiap 15 detik.",
};

const en: AwayTexts = {
  reasons: {
    unreachable: {
      title: "INLISLite's server does not answer",
      what: "Titian runs on this computer, but INLISLite's server cannot be reached.",
      todo: [
        "Check this computer's cable or Wi-Fi.",
        "Ask whether other computers cannot open INLISLite either. If so, it is the server that has to be started.",
        "If it is only this one, let a technician check INLISLite's address in titian.toml, section [proxy].",
      ],
    },
    untrusted: {
      title: "The certificate of INLISLite's server is not known",
      what: "Titian has passed nothing on, because the server that answered cannot be shown to be INLISLite's.",
      todo: [
        "Let a technician check the server's certificate: it may have expired.",
        "For a certificate of your own making, set proxy.ca or proxy.fingerprint in titian.toml.",
      ],
    },
    silent: {
      title: "INLISLite takes too long to answer",
      what: "INLISLite's server took this request and has not answered within the time allowed.",
      todo: [
        "Wait a moment and try again.",
        "For a report, choose a shorter range of dates.",
        "If every page is slow, let a technician look at INLISLite's server.",
      ],
    },
    broken: {
      title: "INLISLite's answer was cut off",
      what: "INLISLite's server closed the connection before it had finished answering.",
      todo: ["Try again.", "If it happens again, let a technician read the server's log of this time."],
    },
    loop: {
      title: "INLISLite's address has to be corrected",
      what: "INLISLite's server leads to another address of its own, and that comes back to this page.",
      todo: [
        "Let a technician set proxy.url in titian.toml to the address that a browser shows when INLISLite is opened directly. Mostly it is https in place of http.",
      ],
    },
    "too-large": {
      title: "The file is too large",
      what: "It was not sent, because it exceeds what is set for this desk.",
      todo: ["Make the file smaller and send it again.", "The limit is proxy.maxUploadMb in titian.toml."],
    },
  },
  unsure: "What was sent may not have been saved. Look in INLISLite before sending it again.",
  again: "Try again",
  byItself: "This page tries again by itself every 15 seconds.",
};

export const AWAY_TEXTS: Readonly<Record<Language, AwayTexts>> = { id, en };
