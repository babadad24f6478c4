import type { OriginFault, PolicyBrowser } from "../browser-policy/entries.ts";
import type { Language } from "./messages.ts";

export interface PolicyTexts {
  readonly browsers: Readonly<Record<PolicyBrowser, string>>;
  readonly states: Readonly<Record<"ours" | "theirs" | "absent" | "added" | "removed", string>>;
  readonly nothingAdded: string;
  readonly nothingRemoved: string;
  readonly restart: string;
  readonly trusted: string;
  readonly faults: Readonly<Record<OriginFault, (typed: string) => string>>;
  readonly notAllowed: string;
}

const browsers = { chrome: "Chrome", edge: "Edge", chromium: "Chromium", firefox: "Firefox" };

/** `http://192.168.1.10/inlislite3/` → `http://192.168.1.10`, where that much can be read. */
const originIn = (typed: string): string =>
  URL.canParse(typed) ? new URL(typed).origin : "http://192.168.1.10";

const id: PolicyTexts = {
  browsers,
  states: {
    ours: "ada, ditulis Titian",
    theirs: "ada, ditulis pihak lain",
    absent: "tidak ada",
    added: "ditambahkan",
    removed: "dihapus",
  },
  nothingAdded: "Semuanya sudah ada; tidak ada yang ditulis.",
  nothingRemoved: "Titian tidak pernah menulis apa pun untuk alamat ini; tidak ada yang dihapus.",
  restart: "Tutup semua jendela peramban lalu buka lagi.",
  trusted:
    "OverrideSecurityRestrictionsOnInsecureOrigin membuat peramban mempercayai alamat ini seperti https. Hapus setelah server memakai https.",
  faults: {
    "not-an-origin": (typed) =>
      `"${typed}" bukan alamat asal; tulis skema, nama dan porta saja: --url ${originIn(typed)}`,
    wildcard: (typed) => `"${typed}" memuat tanda pengganti; tulis satu alamat persis`,
    "this-pc": (typed) => `"${typed}" adalah komputer ini sendiri dan tidak memerlukan kebijakan`,
  },
  notAllowed: "tidak boleh menulis kebijakan; jalankan sebagai administrator (root)",
};

const en: PolicyTexts = {
  browsers,
  states: {
    ours: "there, written by Titian",
    theirs: "there, written by somebody else",
    absent: "not there",
    added: "added",
    removed: "removed",
  },
  nothingAdded: "All of it was there; nothing was written.",
  nothingRemoved: "Titian has never written anything for this address; nothing was removed.",
  restart: "Close every window of the browser and open it again.",
  trusted:
    "OverrideSecurityRestrictionsOnInsecureOrigin makes the browser trust this address like https. Remove it once the server has https.",
  faults: {
    "not-an-origin": (typed) =>
      `"${typed}" is no origin; give scheme, name and port only: --url ${originIn(typed)}`,
    wildcard: (typed) => `"${typed}" has a wildcard; give one exact address`,
    "this-pc": (typed) => `"${typed}" is this PC itself and needs no policy`,
  },
  notAllowed: "policies may not be written; run it as an administrator (root)",
};

const TEXTS: Readonly<Record<Language, PolicyTexts>> = { id, en };

export const policyTexts = (language: Language): PolicyTexts => TEXTS[language];
