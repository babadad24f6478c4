import { TitianError } from "../../../kernel/errors.ts";
import { mirrorFacts } from "../../../store/mirror/mirror-facts.ts";
import { mirrorFile } from "../../flows/members-in-step.ts";
import type { Language } from "../../messages/messages.ts";
import type { Check, Finding } from "./check.ts";

/** Longer than a closed weekend: then INLISLite, or this PC, has been away, ms. */
const OLD_MS = 3 * 86_400_000;
const MIB = 1024 * 1024;

/** The local copy of members: whether there is one, how many are in it, and how old it is. */
export const mirror: Check = {
  name: "mirror",
  async run({ config, clock, language }) {
    if (!config.sync.mirror) return [finding("ok", OFF[language])];
    try {
      const facts = mirrorFacts(mirrorFile(config));
      if (!facts) return [finding("ok", NOT_YET[language])];
      const { members, bytes, heardAt } = facts;
      const ageMs = clock.now().getTime() - heardAt.getTime();
      const what = {
        id: `${members} anggota, ${Math.ceil(bytes / MIB)} MiB, terakhir mendengar INLISLite ${heardAt.toISOString()}`,
        en: `${members} members, ${Math.ceil(bytes / MIB)} MiB, last heard of INLISLite ${heardAt.toISOString()}`,
      }[language];
      return [ageMs > OLD_MS ? finding("warn", what, OLD[language]) : finding("ok", what)];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      // Being written to, or damaged: both pass by themselves, the second by being read again.
      return [finding("warn", code, DAMAGED[language])];
    }
  },
};

const finding = (outcome: Finding["outcome"], what: string, mend?: string): Finding => ({
  check: "mirror",
  outcome,
  what,
  ...(mend === undefined ? {} : { mend }),
});

const OFF: Readonly<Record<Language, string>> = {
  id: "salinan data anggota dimatikan (sync.mirror)",
  en: "no copy of members is kept (sync.mirror)",
};
const NOT_YET: Readonly<Record<Language, string>> = {
  id: "belum ada; dibaca dari INLISLite saat Titian berjalan",
  en: "not there yet; it is read from INLISLite when Titian runs",
};
const OLD: Readonly<Record<Language, string>> = {
  id: "Jalankan Titian dan pastikan INLISLite terjangkau; lihat baris inlislite.",
  en: "Run Titian and see that INLISLite can be reached; look at the inlislite lines.",
};
const DAMAGED: Readonly<Record<Language, string>> = {
  id: "Tidak perlu tindakan: Titian membuang berkas yang rusak dan membacanya lagi. Bila terulang, periksa disk PC ini.",
  en: "Nothing to do: Titian throws a damaged file away and reads it again. If it happens again, check this PC's disk.",
};
