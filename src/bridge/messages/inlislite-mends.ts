import type { ErrorCode } from "../../kernel/errors.ts";
import type { Language } from "./messages.ts";

/** What whoever sets the desk up can do about it: the counter's sentence sends its reader to that very person. */
const MENDS: Readonly<
  Partial<Record<ErrorCode, Readonly<Record<Language, { readonly what: string; readonly mend: string }>>>>
> = {
  INLISLITE_UNREACHABLE: {
    id: {
      what: "Basis data INLISLite tidak menjawab.",
      mend: "Periksa alamat server dan porta, dan apakah MySQL menerima sambungan dari komputer ini.",
    },
    en: {
      what: "INLISLite's database does not answer.",
      mend: "Check the server's address and port, and whether MySQL takes connections from this PC.",
    },
  },
  INLISLITE_REFUSED: {
    id: {
      what: "Basis data menolak pengguna ini.",
      mend: "Periksa nama pengguna dan kata sandinya, atau jalankan perintah GRANT sebagai administrator basis data.",
    },
    en: {
      what: "The database refuses this user.",
      mend: "Check the user name and password, or run the GRANT statements as the database's administrator.",
    },
  },
  INLISLITE_UNKNOWN_VERSION: {
    id: {
      what: "Basis data ini bukan INLISLite 3.2 atau 3.3.",
      mend: "Periksa nama basis datanya.",
    },
    en: {
      what: "This database is not one of INLISLite 3.2 or 3.3.",
      mend: "Check the database's name.",
    },
  },
};

/** Undefined for a failure of which the counter's own sentence says all there is. */
export const inlisliteMend = (
  code: ErrorCode,
  language: Language,
): { readonly what: string; readonly mend: string } | undefined => MENDS[code]?.[language];
