import { localDate } from "../../../kernel/types.ts";
import { HOLIDAYS_2026 } from "../../../sla/holidays-2026.ts";
import { Zone } from "../../../sla/zone.ts";
import { readPresent } from "../../../store/present-store.ts";
import { storedStandards } from "../stored-standards.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { saying } from "./two-languages.ts";

const HOUR_MS = 60 * 60_000;

/** The library itself: its clock and zone, the standard that is judged by, and whether the holidays to come are known. */
export const site: Check = {
  name: "site",
  async run(surroundings) {
    return [clockFinding(surroundings), standardFinding(surroundings), holidayFinding(surroundings)];
  },
};

/** A clock that has been set back is noticed by the log, which never goes back. */
function clockFinding({ config, clock, language }: CheckSurroundings): Finding {
  const { ok, fail } = saying("site-clock", language);
  const { timeZone } = config.library;
  const { date, minutes } = new Zone(timeZone).localOf(clock.now());
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const face = `${date} ${two(minutes / 60)}:${two(minutes % 60)} ${timeZone}`;
  const newest = readPresent(config.store.folder, (sql) =>
    Number(
      sql.prepare("SELECT coalesce(max(at), 0) AS at FROM events WHERE desk = ?").get(config.desk.id)?.["at"],
    ),
  );
  const isBehind = typeof newest === "number" && newest - clock.now().getTime() > HOUR_MS;
  if (!isBehind) return ok({ id: face, en: face });
  return fail(
    { id: `${face}, lebih awal dari catatan terbaru`, en: `${face}, earlier than the newest record` },
    {
      id: "Setel jam PC ini dengan server waktu (NTP), dan ganti baterai papan induk bila terulang.",
      en: "Set this PC by a time server (NTP), and change its board's battery if it happens again.",
    },
  );
}

function standardFinding({ config, language }: CheckSurroundings): Finding {
  const { ok, fail } = saying("site-standard", language);
  const { standard } = config.library;
  const found = storedStandards(config).find(standard);
  if (found) return ok({ id: `${standard} v${found.version}`, en: `${standard} v${found.version}` });
  return fail(
    { id: `${standard} tidak berlaku di loket ini`, en: `${standard} is not in force at this desk` },
    {
      id: "Betulkan library.standard, atau berlakukan standar itu di halaman Standar; lihat titian standards list.",
      en: "Correct library.standard, or put that standard in force on the page Standards; see titian standards list.",
    },
  );
}

/** From December on next year's are needed too. */
function holidayFinding({ config, clock, language }: CheckSurroundings): Finding {
  const { ok, warn } = saying("site-holidays", language);
  const today = localDate(clock.now(), config.library.timeZone);
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5, 7) === "12" ? [year, year + 1] : [year];
  const days = holidaysIn(config.store.folder) ?? HOLIDAYS_2026.map(({ date }) => date as string);
  const missing = wanted.find((one) => !days.some((day) => day.startsWith(`${one}-`)));
  if (missing === undefined)
    return ok({
      id: `hari libur ${wanted.join(", ")} ada`,
      en: `holidays of ${wanted.join(", ")} are there`,
    });
  return warn(
    { id: `hari libur ${missing} belum ada`, en: `the holidays of ${missing} are not there yet` },
    {
      id: `Isi hari libur dan cuti bersama ${missing} di halaman Kalender.`,
      en: `Enter the holidays of ${missing} on the page Calendar.`,
    },
  );
}

/** Undefined until somebody has saved a calendar. */
function holidaysIn(folder: string): readonly string[] | undefined {
  const found = readPresent(folder, (sql) => {
    const newest = "SELECT data FROM events WHERE type = 'calendar.changed' ORDER BY position DESC LIMIT 1";
    const data = sql.prepare(newest).get()?.["data"];
    const { closures = [] } = JSON.parse(String(data ?? "null")) ?? {};
    return data === undefined
      ? undefined
      : (closures as readonly { readonly date: string; readonly kind: string }[]);
  });
  if (found === undefined || found === "unreadable") return undefined;
  return found.filter(({ kind }) => kind === "holiday").map(({ date }) => date);
}
