import type { AddressSpace } from "../ways/address-space.ts";
import type { BrowserKind, Reason, Way, Works } from "../ways/judge.ts";
import type { NotSeen } from "../ways/seen-site.ts";
import type { Language } from "./messages.ts";

/** Where the technician stands, for the sentences that name an address or a line to write. */
export interface WayPlace {
  readonly origin: string;
  readonly url: string;
  readonly port: number;
}

interface ReasonText {
  readonly what: string;
  readonly mend: (place: WayPlace) => string;
}

export interface WayTexts {
  readonly ways: Readonly<Record<Way, string>>;
  readonly works: Readonly<Record<Works, string>>;
  readonly browsers: Readonly<Record<BrowserKind, string>>;
  readonly reasons: Readonly<Record<Reason, ReasonText>>;
  readonly spaces: Readonly<Record<AddressSpace, string>>;
  readonly notSeen: Readonly<Record<NotSeen, string>>;
  readonly notSeenMend: string;
  readonly version: (version: string | undefined, status: number) => string;
  readonly versionMend: string;
  readonly none: string;
  readonly camera: Readonly<Record<"yes" | "no", string>>;
  readonly cameraMend: string;
  readonly recommended: (way: string) => string;
  readonly recommendedMend: string;
}

const OWN_COPY = '<script src="…/titian-companion.js" data-titian="http://127.0.0.1:';

const id: WayTexts = {
  ways: { script: "tag skrip", proxy: "proxy", popup: "jendela jembatan", console: "konsol saja" },
  works: {
    yes: "berfungsi",
    prompt: "berfungsi setelah satu pertanyaan peramban",
    click: "berfungsi dengan satu klik",
    change: "setelah perubahan",
    no: "tidak berfungsi",
  },
  browsers: { chromium: "Chrome/Edge", firefox: "Firefox" },
  reasons: {
    "csp-script": {
      what: "CSP situs menolak skrip dari komputer ini",
      mend: ({ port }) =>
        `Tambahkan http://127.0.0.1:${port} pada script-src di public/.htaccess, atau salin skripnya ke INLISLite.`,
    },
    "csp-socket": {
      what: "CSP situs menolak sambungan ke komputer ini",
      mend: ({ port }) => `Tambahkan ws://127.0.0.1:${port} pada connect-src di public/.htaccess.`,
    },
    "public-http": {
      what: "alamat publik tanpa https: Chrome dan Edge memblokirnya",
      mend: ({ origin }) =>
        `Pakai proxy, atau jalankan: titian browser-policy install --url ${origin}; lebih baik lagi, beri server https.`,
    },
    "public-https": {
      what: "alamat publik: peramban bertanya satu kali",
      mend: ({ origin }) =>
        `Klik Izinkan saat ditanya, atau jalankan: titian browser-policy install --url ${origin}`,
    },
    "opener-cut-off": {
      what: "situs memutus jendela yang dibukanya (Cross-Origin-Opener-Policy)",
      mend: () => "Hapus tajuk itu dari server web, atau pakai proxy.",
    },
    "script-needed": {
      what: "skripnya sendiri harus datang dari INLISLite",
      mend: ({ port }) =>
        `Salin titian-companion.js ke folder public INLISLite dan pakai ${OWN_COPY}${port}"></script>.`,
    },
    "proxy-off": {
      what: "belum dinyalakan",
      mend: ({ url, port }) =>
        `Di titian.toml: [proxy] enabled = true, url = "${url}"; lalu buka http://inlis.localhost:${port}/.`,
    },
    "proxy-elsewhere": {
      what: "menampilkan INLISLite di alamat lain",
      mend: ({ url }) => `Di titian.toml, bagian [proxy]: url = "${url}".`,
    },
    certificate: {
      what: "sertifikat https tidak dikenal komputer ini",
      mend: () => "Di titian.toml, bagian [proxy]: isi ca (berkas PEM) atau fingerprint sertifikat itu.",
    },
    "not-reached": {
      what: "situs tidak terjangkau dari komputer ini",
      mend: () => "Perbaiki dahulu alamat atau jaringannya; konsol Titian tetap bisa dipakai.",
    },
  },
  spaces: { loopback: "komputer ini", local: "jaringan lokal", public: "publik" },
  notSeen: {
    "no-name": "nama ini tidak dikenal jaringan",
    refused: "tidak ada yang menjawab di alamat ini",
    timeout: "tidak menjawab dalam 15 detik",
    redirects: "mengalihkan berputar-putar",
    "not-http": "menjawab, tetapi bukan sebagai situs web",
    failed: "tidak bisa dibaca",
  },
  notSeenMend:
    "Ketik alamat persis seperti di bilah alamat peramban petugas, lalu periksa jaringan dan server.",
  version: (version, status) =>
    version
      ? `INLISLite ${version}, jawaban ${status}`
      : `bukan halaman INLISLite yang dikenal, jawaban ${status}`,
  versionMend: "Pakai alamat halaman masuk petugas (backend), bukan OPAC.",
  none: "tidak ada",
  camera: {
    yes: "kamera peramban bisa dipakai di halaman INLISLite",
    no: "kamera peramban tidak bisa dipakai di halaman INLISLite; kamera loket lewat Titian tetap bisa",
  },
  cameraMend: "Kamera peramban di halaman: pakai proxy, atau beri server https.",
  recommended: (way) => `disarankan: ${way}`,
  recommendedMend: "Langkahnya ada di docs/operator/hubungkan-inlislite.md.",
};

const en: WayTexts = {
  ways: { script: "script tag", proxy: "proxy", popup: "bridge window", console: "console only" },
  works: {
    yes: "works",
    prompt: "works after one question of the browser",
    click: "works with one click",
    change: "after a change",
    no: "does not work",
  },
  browsers: { chromium: "Chrome/Edge", firefox: "Firefox" },
  reasons: {
    "csp-script": {
      what: "the site's CSP refuses scripts from this PC",
      mend: ({ port }) =>
        `Add http://127.0.0.1:${port} to script-src in public/.htaccess, or copy the script into INLISLite.`,
    },
    "csp-socket": {
      what: "the site's CSP refuses connections to this PC",
      mend: ({ port }) => `Add ws://127.0.0.1:${port} to connect-src in public/.htaccess.`,
    },
    "public-http": {
      what: "a public address without https: Chrome and Edge block it",
      mend: ({ origin }) =>
        `Use the proxy, or run: titian browser-policy install --url ${origin}; better still, give the server https.`,
    },
    "public-https": {
      what: "a public address: the browser asks once",
      mend: ({ origin }) => `Click Allow when asked, or run: titian browser-policy install --url ${origin}`,
    },
    "opener-cut-off": {
      what: "the site cuts off windows that it opens (Cross-Origin-Opener-Policy)",
      mend: () => "Remove that header from the web server, or use the proxy.",
    },
    "script-needed": {
      what: "the script itself has to come from INLISLite",
      mend: ({ port }) =>
        `Copy titian-companion.js into INLISLite's public folder and use ${OWN_COPY}${port}"></script>.`,
    },
    "proxy-off": {
      what: "not switched on",
      mend: ({ url, port }) =>
        `In titian.toml: [proxy] enabled = true, url = "${url}"; then open http://inlis.localhost:${port}/.`,
    },
    "proxy-elsewhere": {
      what: "it shows an INLISLite at another address",
      mend: ({ url }) => `In titian.toml, section [proxy]: url = "${url}".`,
    },
    certificate: {
      what: "this PC does not know the https certificate",
      mend: () => "In titian.toml, section [proxy]: give ca (a PEM file) or that certificate's fingerprint.",
    },
    "not-reached": {
      what: "the site cannot be reached from this PC",
      mend: () => "Mend the address or the network first; Titian's console works all the same.",
    },
  },
  spaces: { loopback: "this PC", local: "local network", public: "public" },
  notSeen: {
    "no-name": "the network does not know this name",
    refused: "nobody answers at this address",
    timeout: "no answer within 15 s",
    redirects: "redirects in circles",
    "not-http": "answers, but not as a web site",
    failed: "cannot be read",
  },
  notSeenMend:
    "Type the address exactly as in the address bar of the staff's browser, then look at network and server.",
  version: (version, status) =>
    version ? `INLISLite ${version}, answers ${status}` : `no known page of INLISLite, answers ${status}`,
  versionMend: "Use the address of the staff's login page (backend), not the OPAC's.",
  none: "none",
  camera: {
    yes: "INLISLite's pages may use a camera of the browser",
    no: "INLISLite's pages may not use a camera of the browser; the desk's camera works through Titian",
  },
  cameraMend: "For the browser's camera in the page: use the proxy, or give the server https.",
  recommended: (way) => `recommended: ${way}`,
  recommendedMend: "The steps are in docs/operator/hubungkan-inlislite.md.",
};

const TEXTS: Readonly<Record<Language, WayTexts>> = { id, en };

export const wayTexts = (language: Language): WayTexts => TEXTS[language];
