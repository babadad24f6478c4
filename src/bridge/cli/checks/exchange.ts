import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ErrorCode, TitianError } from "../../../kernel/errors.ts";
import { NEWEST_WORD } from "../../../store/counters.ts";
import { type ExchangeRow, ExchangeSeal } from "../../../store/exchange-seal.ts";
import { isPassedOver, passedOverIn } from "../../../store/passed-over.ts";
import { readSiteKey } from "../../../store/site-key.ts";
import { DATABASE } from "../../../store/store-files.ts";
import { SharedDatabase } from "../../exchange/shared-database.ts";
import { sharedDatabase } from "../../exchange-parts.ts";
import { errorText } from "../../messages/text.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { lagFindings } from "./exchange-lag.ts";
import { passwordFindings } from "./password-file.ts";

/** A library has fewer; whoever has the password can invent more. */
const MOST_DESKS = 100;

/** The library's other desks: the shared database answers, is this library's, and the queue letter is this desk's alone. */
export const exchange: Check = {
  name: "exchange",
  async run(surroundings, signal) {
    const { config, clock, language } = surroundings;
    const open = sharedDatabase(config.exchange, clock);
    if (!open) return [{ check: "exchange", outcome: "ok", what: ALONE[language] }];
    const { host, port, database, user, passwordFile } = config.exchange;
    const password = passwordFindings("exchange-password", "exchange.passwordFile", passwordFile, language);
    if (password.some(({ outcome }) => outcome === "fail")) return password;
    try {
      await using connection = await open(signal);
      const shared = new SharedDatabase(connection, signal);
      return [...password, ...(await look(shared, surroundings))];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      const what = `${user} @ ${host}:${port}/${database}: ${code}`;
      return [...password, { check: "exchange", outcome: "fail", what, mend: errorText(code, language) }];
    }
  },
};

async function look(shared: SharedDatabase, surroundings: CheckSurroundings): Promise<readonly Finding[]> {
  const { config, language } = surroundings;
  const { id, letter } = config.desk;
  const { keyCheck, isNewer, letterOf } = await shared.peek(letter);
  const trouble = (code: ErrorCode): readonly Finding[] => [
    { check: "exchange", outcome: "fail", what: code, mend: errorText(code, language) },
  ];
  if (isNewer) return trouble("EXCHANGE_NEWER");
  const seal = new ExchangeSeal(readSiteKey(config.store.folder));
  if (keyCheck !== undefined && keyCheck !== seal.keyCheck) return trouble("EXCHANGE_KEY_DIFFERS");
  const isOthers = letterOf !== undefined && letterOf !== id;
  if (isOthers && (await isGivenBy(letterOf, letter, { shared, seal, folder: config.store.folder })))
    return trouble("EXCHANGE_LETTER_TAKEN");
  const newest = await shared.newest(id);
  if (newest && !seal.holds(newest)) return trouble("EXCHANGE_FORGED");
  if (newest && !isWrittenHere(config.store.folder, newest)) return trouble("EXCHANGE_DESK_TWICE");
  const heads = await shared.headsBesides([], "", MOST_DESKS);
  const newestOfAll: ExchangeRow[] = [];
  for (const { desk } of heads)
    newestOfAll.push(...[await shared.newest(desk)].filter((row) => row !== undefined));
  const desks = heads.map(({ desk, seq }) => `${desk} (${seq})`);
  const { host, port, database } = config.exchange;
  const what = `${host}:${port}/${database}: ${desks.join(", ") || NOBODY[language]}`;
  const outcome = isOthers ? "fail" : "ok";
  const mend = isOthers ? { mend: errorText("EXCHANGE_FORGED", language) } : {};
  return [
    { check: "exchange", outcome, what: isOthers ? `${what}: EXCHANGE_FORGED` : what, ...mend },
    ...lagFindings({ newest: newestOfAll, seal }, surroundings),
  ];
}

interface Proofs {
  readonly shared: SharedDatabase;
  readonly seal: ExchangeSeal;
  readonly folder: string;
}

/** By the desk's own sealed word on its letter, as far as it has come here; else a desk of the library is believed. */
async function isGivenBy(desk: string, letter: string, { shared, seal, folder }: Proofs): Promise<boolean> {
  using sql = new DatabaseSync(path.join(folder, DATABASE), { readOnly: true });
  const said = sql.prepare(NEWEST_WORD).get(`counter/${desk}`, desk)?.["letter"];
  if (typeof said === "string") return said === letter;
  const first = await shared.follower(desk, 0);
  return first !== undefined && seal.holds(first);
}

/** Beside a daemon that runs: the store's file is only read. */
function isWrittenHere(folder: string, { desk, seq, id }: ExchangeRow): boolean {
  using sql = new DatabaseSync(path.join(folder, DATABASE), { readOnly: true });
  const own = sql.prepare("SELECT 1 FROM events WHERE desk = ? AND seq = ? AND id = ?").get(desk, seq, id);
  // After a restore the desk takes back what it had sent, before it sends more.
  return own !== undefined || isPassedOver(passedOverIn(sql, desk), seq - 1, seq + 1);
}

const ALONE = {
  id: "loket ini bekerja sendiri (exchange.host kosong)",
  en: "this desk works alone (no exchange.host)",
};
const NOBODY = { id: "belum ada loket yang mengirim", en: "no desk has sent anything yet" };
