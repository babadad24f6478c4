import type { ProgramFinder } from "../../../devices/index.ts";
import type { Language } from "../../messages/messages.ts";
import type { Check, Finding } from "./check.ts";

const DRIVER = "camera-ffmpeg";

type Options = Readonly<Record<string, unknown>>;

/** Which ffmpeg the cameras run. A desk that has none takes its pictures in the browser. */
export const cameras: Check = {
  name: "cameras",
  async run({ config, drivers, clock, language }, signal) {
    const program = await drivers.find(({ name }) => name === DRIVER)?.program?.();
    if (!program) return [];
    const using = config.devices.filter(({ driver }) => driver === DRIVER);
    const placeOf = ({ options = {} }: { readonly options?: Options }): unknown => options["ffmpeg"];
    const places = [...new Set(using.map(placeOf))];
    const wanted: readonly Options[] = places.length > 0 ? places.map((ffmpeg) => ({ ffmpeg })) : [{}];
    const isNeeded = using.length > 0;
    return Promise.all(
      wanted.map(async (options) => {
        const found = await program.default(options, clock, signal);
        return found ? foundAt(found, language) : missing(options["ffmpeg"], isNeeded, language);
      }),
    );
  },
};

type Found = Awaited<ReturnType<ProgramFinder>>;

function foundAt({ path, version }: NonNullable<Found>, language: Language): Finding {
  if (version === undefined) {
    const what = { id: `${path} bukan ffmpeg yang berjalan`, en: `${path} is no ffmpeg that runs` };
    return { check: "cameras", outcome: "warn", what: what[language], mend: MEND[language] };
  }
  const at = { id: "di", en: "at" }[language];
  return { check: "cameras", outcome: "ok", what: `ffmpeg ${version} ${at} ${path}` };
}

function missing(place: unknown, isNeeded: boolean, language: Language): Finding {
  if (!isNeeded) {
    const what = {
      id: "tanpa ffmpeg; kamera peramban dipakai, yang berjalan tanpanya",
      en: "no ffmpeg; the browser's camera is used, which works without it",
    };
    return { check: "cameras", outcome: "ok", what: what[language] };
  }
  const at = typeof place === "string" ? { id: ` di ${place}`, en: ` at ${place}` } : { id: "", en: "" };
  const what = {
    id: `ffmpeg tidak ada${at.id}; kamera peramban berjalan tanpanya`,
    en: `no ffmpeg${at.en}; the browser's camera works without it`,
  };
  return { check: "cameras", outcome: "warn", what: what[language], mend: MEND[language] };
}

const MEND = {
  id: "Pasang ffmpeg, atau betulkan opsi ffmpeg perangkat, untuk kamera yang memakainya.",
  en: "Install ffmpeg, or correct the device's option ffmpeg, for the cameras that use it.",
};
