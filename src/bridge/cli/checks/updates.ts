import { existsSync } from "node:fs";
import type { Places } from "../../../../service-install/versions/places.ts";
import type { Failure, Pointer } from "../../../../service-install/versions/pointer.ts";
import { readPointer } from "../../../../service-install/versions/pointer-file.ts";
import { keysIn } from "../../../../service-install/versions/signature.ts";
import { isNewer } from "../../../../service-install/versions/version.ts";
import { ERRORS, type ErrorCode } from "../../../kernel/errors.ts";
import type { Config } from "../../config/schema.ts";
import type { Language } from "../../messages/messages.ts";
import { errorText } from "../../messages/text.ts";
import { placesToldBy } from "../../updates/launched.ts";
import { readTold, type Told } from "../../updates/orders.ts";
import type { Check, Finding } from "./check.ts";
import { type Said, saying } from "./two-languages.ts";

/** New versions: whose signature is trusted, what waits, and what was tried and given up. */
export const updates: Check = {
  name: "updates",
  async run({ config, language }) {
    const places = placesToldBy(process.env);
    if (!places) return [saying("updates", language).ok(NOT_LAUNCHED)];
    return updateFindings(places, config, language);
  },
};

/** Of a Titian that its launcher started. */
export function updateFindings(
  places: Places,
  { updates: { from } }: Pick<Config, "updates">,
  language: Language,
): readonly Finding[] {
  const pointer = readPointer(places.versions);
  const told = readTold(places.versions);
  return [
    keyFinding(places, from !== undefined, language),
    ...(from === undefined || isReachable(from)
      ? []
      : [saying("updates", language).warn(AWAY(from), SEE_FROM)]),
    ...(pointer ? pointerFindings(pointer, language) : []),
    ...(told ? toldFindings(told, language) : []),
  ];
}

function keyFinding({ keys }: Places, isWanted: boolean, language: Language): Finding {
  const { ok, fail } = saying("update-keys", language);
  const ids = keysIn(keys).map(({ id }) => id);
  if (ids.length > 0) return ok({ id: `dipercaya: ${ids.join(", ")}`, en: `trusted: ${ids.join(", ")}` });
  return isWanted
    ? fail(NO_KEY, ADD_KEY)
    : ok({ id: `${NO_KEY.id}; pembaruan lewat pemasang`, en: `${NO_KEY.en}; updates come as a package` });
}

/** An address is asked by the daemon; a folder must be there. */
const isReachable = (from: string): boolean => /^https?:/.test(from) || existsSync(from);

function pointerFindings(
  { current, trial, probation, failed }: Pointer,
  language: Language,
): readonly Finding[] {
  const { ok, warn } = saying("updates", language);
  if (trial) {
    const { version, startsLeft } = trial;
    return [
      ok({
        id: `${version} dicoba, sisa ${startsLeft} kali mulai; sebelumnya ${current}`,
        en: `${version} is on trial, ${startsLeft} starts left; before it ${current}`,
      }),
    ];
  }
  const last = failed.findLast(({ version }) => isNewer(version, current));
  if (!last && probation) {
    const { startsLeft } = probation;
    return [
      ok({
        id: `versi ${current}, baru dipasang dan masih diamati; sisa ${startsLeft} kali mulai`,
        en: `version ${current}, new here and still watched; ${startsLeft} starts left`,
      }),
    ];
  }
  if (!last) return [ok({ id: `versi ${current}`, en: `version ${current}` })];
  const why = WHY[last.why];
  return [
    warn(
      {
        id: `${last.version} ${why.id}; dipakai ${current}`,
        en: `${last.version} ${why.en}; ${current} runs`,
      },
      WHAT_NEXT[last.why],
    ),
  ];
}

function toldFindings({ view }: Told, language: Language): readonly Finding[] {
  const { ok, warn } = saying("updates", language);
  const { phase, offered, busyWith, problem } = view;
  if (problem !== null) {
    const code = problem in ERRORS ? (problem as ErrorCode) : "INTERNAL";
    return [warn({ id: problem, en: problem }, { id: errorText(code, "id"), en: errorText(code, "en") })];
  }
  if (phase === "none" || !offered) return [];
  const busy = busyWith === null ? { id: "", en: "" } : BUSY[busyWith];
  return [
    ok({
      id: `${offered.version}: ${PHASES[phase].id}${busy.id}`,
      en: `${offered.version}: ${PHASES[phase].en}${busy.en}`,
    }),
  ];
}

const NOT_LAUNCHED = {
  id: "dijalankan tanpa peluncur; diperbarui seperti dipasang",
  en: "started without its launcher; updated as it was installed",
};
const NO_KEY = { id: "tidak ada kunci pembuat pembaruan", en: "no key of whoever makes updates" };
const ADD_KEY = {
  id: "Taruh kunci umum pembuatnya (*.pem) di folder update-keys di samping titian.toml.",
  en: "Put its maker's public key (*.pem) into the folder update-keys beside titian.toml.",
};
const AWAY = (from: string): Said => ({
  id: `updates.from ${from} tidak ada`,
  en: `updates.from ${from} is not there`,
});
const SEE_FROM = {
  id: "Sambungkan disk atau share itu, atau betulkan updates.from.",
  en: "Connect that disk or share, or set updates.from right.",
};
const WHY: Readonly<Record<Failure["why"], Said>> = {
  "never-healthy": { id: "tidak pernah siap bekerja", en: "was never ready for work" },
  "not-steady": {
    id: "semula siap, lalu berulang kali berhenti atau macet",
    en: "was ready at first, and then ended or hung again and again",
  },
  damaged: { id: "rusak berkasnya", en: "had damaged files" },
  "taken-back": { id: "dikembalikan seseorang", en: "was taken back by somebody" },
};
const TELL_ITS_MAKER = {
  id: "Kirim titian diagnose ke pembuatnya. Versi itu tidak ditawarkan lagi; yang berikutnya ditawarkan.",
  en: "Send titian diagnose to its maker. That version is not offered again; the next one is.",
};
const WHAT_NEXT: Readonly<Record<Failure["why"], Said>> = {
  "never-healthy": TELL_ITS_MAKER,
  "not-steady": TELL_ITS_MAKER,
  damaged: {
    id: "Periksa disk PC ini, lalu jalankan titian update apply sekali lagi.",
    en: "Check this PC's disk, then run titian update apply once more.",
  },
  "taken-back": {
    id: "Tidak perlu apa-apa: versi itu tidak ditawarkan lagi, yang berikutnya ditawarkan.",
    en: "Nothing needs to be done: that version is not offered again, the next one is.",
  },
};
const PHASES: Readonly<Record<Exclude<Told["view"]["phase"], "none">, Said>> = {
  available: {
    id: "tersedia, dipasang dengan titian update apply",
    en: "available, installed by titian update apply",
  },
  fetching: { id: "sedang disalin dan diperiksa", en: "being copied and checked" },
  waiting: { id: "sudah disalin, menunggu loket sepi", en: "copied, waiting for a quiet desk" },
  switching: { id: "sedang dipasang", en: "being switched to" },
};
const BUSY: Readonly<Record<NonNullable<Told["view"]["busyWith"]>, Said>> = {
  case: { id: "; ada layanan berjalan", en: "; a service is under way" },
  print: { id: "; ada cetak berjalan", en: "; a print is under way" },
};
