import { createInterface } from "node:readline/promises";
import { ConfigError } from "../../kernel/schema.ts";
import { joinLibrary } from "../../store/join-library.ts";
import { libraryCode } from "../../store/library-code.ts";
import { readSiteKey } from "../../store/site-key.ts";
import { openStore } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import { SharedDatabase } from "../exchange/shared-database.ts";
import { preparation } from "../exchange/shared-schema.ts";
import { compared } from "../exchange/verify.ts";
import { sharedDatabase } from "../exchange-parts.ts";
import { openLog } from "../logging.ts";
import type { Language } from "../messages/messages.ts";
import { errorText } from "../messages/text.ts";
import { SystemClock } from "../system-clock.ts";
import type { ExchangeInvocation } from "./argv-exchange.ts";
import type { Console } from "./execute.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";

/** `titian exchange …`: the shared database, and the key that this desk has in common with the library's others. */
export async function exchange(
  invocation: ExchangeInvocation,
  config: Config,
  console: Console,
): Promise<ExitCode> {
  const { print, language } = console;
  switch (invocation.command) {
    case "exchange-sql": {
      const { database, user } = config.exchange;
      for (const statement of preparation({ database, user, host: invocation.host })) print(statement);
      return EXIT.stopped;
    }
    case "exchange-code":
      print(libraryCode(readSiteKey(config.store.folder)));
      print(SECRET[language]);
      return EXIT.stopped;
    case "exchange-join":
      return join(config, console);
    case "exchange-verify":
      return verify(config, console);
  }
}

async function join(config: Config, { print, language, signal }: Console): Promise<ExitCode> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    joinLibrary(config.store.folder, await terminal.question(`${ASK[language]}: `, { signal }));
    print(JOINED[language]);
    return EXIT.stopped;
  } finally {
    terminal.close();
  }
}

/** While no daemon runs: the log is read from its first event to its last. */
async function verify(config: Config, { print, language, signal }: Console): Promise<ExitCode> {
  const clock = new SystemClock();
  const open = sharedDatabase(config.exchange, clock);
  if (!open) throw new ConfigError("titian exchange verify", [NO_HOST[language]]);
  const opened = openLog(config.log);
  try {
    const { id: desk, letter } = config.desk;
    using store = openStore({ folder: config.store.folder, desk, letter, clock, log: opened.log });
    await using connection = await open(signal);
    const { same, waiting, differsAt } = await compared(new SharedDatabase(connection, signal), store, desk);
    print(`${desk}: ${same} ${SAME[language]}, ${waiting} ${WAITING[language]}`);
    if (differsAt === undefined) return EXIT.stopped;
    print(`${DIFFERS[language]} ${differsAt}. ${errorText("EXCHANGE_DESK_TWICE", language)}`);
    return EXIT.problemsFound;
  } finally {
    await opened.close();
  }
}

const SECRET: Readonly<Record<Language, string>> = {
  id: "Kode ini rahasia perpustakaan. Ketik di loket baru dengan: titian exchange join. Jangan dikirim lewat pesan.",
  en: "This code is the library's secret. Type it at the new desk with: titian exchange join. Do not send it in a message.",
};
const ASK: Readonly<Record<Language, string>> = {
  id: "Kode perpustakaan, dari loket yang sudah ada (titian exchange code)",
  en: "Library code, from a desk that is there already (titian exchange code)",
};
const JOINED: Readonly<Record<Language, string>> = {
  id: "Loket ini kini bagian dari perpustakaan itu. Berikutnya: titian doctor",
  en: "This desk now belongs to that library. Next: titian doctor",
};
const NO_HOST: Readonly<Record<Language, string>> = {
  id: "exchange.host belum diisi: loket ini bekerja sendiri",
  en: "exchange.host is not set: this desk works alone",
};
const SAME: Readonly<Record<Language, string>> = { id: "kejadian sama", en: "events are the same" };
const WAITING: Readonly<Record<Language, string>> = { id: "belum dikirim", en: "not sent yet" };
const DIFFERS: Readonly<Record<Language, string>> = {
  id: "Berbeda mulai kejadian nomor",
  en: "They differ from event number",
};
