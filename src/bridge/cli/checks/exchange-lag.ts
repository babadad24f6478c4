import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LIBRARY_NOUNS } from "../../../store/exchange-scope.ts";
import type { ExchangeRow, ExchangeSeal } from "../../../store/exchange-seal.ts";
import { DATABASE } from "../../../store/store-files.ts";
import { errorText } from "../../messages/text.ts";
import type { CheckSurroundings, Finding } from "./check.ts";
import { saying } from "./two-languages.ts";

/** A daemon that runs exchanges within seconds; a desk that was just switched on has this long. */
const LATE_AFTER_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** What the shared database says of the desks: the newest row of each. */
interface Lines {
  readonly newest: readonly ExchangeRow[];
  readonly seal: ExchangeSeal;
}

/** Whether what this desk has is over there, what the others have is here, and nobody has touched the rows in between. Only reads. */
export function lagFindings({ newest, seal }: Lines, surroundings: CheckSurroundings): readonly Finding[] {
  const { config, clock, language } = surroundings;
  using sql = new DatabaseSync(path.join(config.store.folder, DATABASE), { readOnly: true });
  const now = clock.now().getTime();
  const unsealed = newest.filter((row) => !seal.holds(row));
  const broken = unsealed.filter(({ desk }) => lastSeq(sql, desk) > 0);
  const invented = unsealed.length - broken.length;
  const own = newest.find(({ desk }) => desk === config.desk.id);
  const unsent = unsentIn(sql, config.desk.id, own?.seq ?? 0);
  const sealed = newest.filter((row) => seal.holds(row));
  const behind = sealed.filter(
    ({ desk, seq, at }) => desk !== config.desk.id && lastSeq(sql, desk) < seq && now - at > LATE_AFTER_MS,
  );
  const unread = Number(sql.prepare("SELECT count(*) AS n FROM unread_events").get()?.["n"]);
  const { ok, warn, fail } = saying("exchange-lag", language);
  const code = "EXCHANGE_DAMAGED";
  const found = [
    ...broken.map(({ desk }) =>
      fail(
        { id: `${desk}: ${code}`, en: `${desk}: ${code}` },
        { id: errorText(code, "id"), en: errorText(code, "en") },
      ),
    ),
    ...(invented > 0
      ? [
          warn(INVENTED(invented), {
            id: errorText("EXCHANGE_FORGED", "id"),
            en: errorText("EXCHANGE_FORGED", "en"),
          }),
        ]
      : []),
    ...(unsent.events > 0 && now - unsent.since > LATE_AFTER_MS
      ? [warn(UNSENT(unsent.events, now - unsent.since), RUN)]
      : []),
    ...behind.map(({ desk, at }) => warn(BEHIND(desk, now - at), RUN)),
    ...(unread > 0 ? [warn(UNREAD(unread), UPDATE)] : []),
  ];
  return found.length > 0 ? found : [ok(IN_STEP)];
}

function unsentIn(sql: DatabaseSync, desk: string, after: number) {
  const nouns = LIBRARY_NOUNS.map((noun) => `stream LIKE '${noun}/%'`).join(" OR ");
  const row = sql
    .prepare(`SELECT count(*) AS n, min(at) AS at FROM events WHERE desk = ? AND seq > ? AND (${nouns})`)
    .get(desk, after);
  return { events: Number(row?.["n"]), since: Number(row?.["at"] ?? 0) };
}

const lastSeq = (sql: DatabaseSync, desk: string): number =>
  Number(sql.prepare("SELECT coalesce(max(seq), 0) AS seq FROM events WHERE desk = ?").get(desk)?.["seq"]);

const minutes = (ms: number): number => Math.floor(ms / MINUTE_MS);

const IN_STEP = { id: "sejalan dengan loket lain", en: "in step with the other desks" };
const INVENTED = (names: number) => ({
  id: `${names} nama loket yang tidak dikenal: EXCHANGE_FORGED`,
  en: `${names} names of desks that nobody knows: EXCHANGE_FORGED`,
});
const UNSENT = (events: number, ms: number) => ({
  id: `${events} peristiwa belum dikirim, yang tertua ${minutes(ms)} menit`,
  en: `${events} events are not sent, the oldest for ${minutes(ms)} minutes`,
});
const BEHIND = (desk: string, ms: number) => ({
  id: `catatan ${desk} dari ${minutes(ms)} menit lalu belum sampai di sini`,
  en: `what ${desk} wrote ${minutes(ms)} minutes ago is not here`,
});
const UNREAD = (events: number) => ({
  id: `${events} peristiwa dari Titian yang lebih baru belum terbaca`,
  en: `${events} events of a newer Titian cannot be read yet`,
});
const RUN = {
  id: "Pastikan Titian berjalan di PC ini; bila tetap begini, lihat log atau kirim titian diagnose.",
  en: "See that Titian runs on this PC; if it stays so, read the log or send titian diagnose.",
};
const UPDATE = {
  id: "Perbarui Titian di PC ini; tidak ada yang hilang sampai saat itu.",
  en: "Update Titian on this PC; nothing is lost until then.",
};
