import { drivers } from "../../../drivers/index.ts";
import type { Config } from "../config/schema.ts";
import { SILENT } from "../logging.ts";
import { recordCsv, recordMarkdown, rulesText } from "../privacy/record.ts";
import { SystemClock } from "../system-clock.ts";
import type { OperateInvocation } from "./argv-operate.ts";
import { backup, backupList } from "./backup.ts";
import { askFor, confirm } from "./confirm.ts";
import { diagnose } from "./diagnose.ts";
import { eraseMemberHere } from "./erase-member.ts";
import { erasuresText } from "./erasures.ts";
import type { Console } from "./execute.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { momentText } from "./moment-text.ts";
import { openConfig } from "./open-config.ts";
import { restore } from "./restore.ts";
import { writeOut } from "./write-out.ts";

/** The commands that keep a desk going. */
export async function operate(invocation: OperateInvocation, console: Console): Promise<ExitCode> {
  const { print, language, signal } = console;
  const config = openConfig(invocation, drivers);
  switch (invocation.command) {
    case "backup":
      print(await backup({ ...invocation, config, language }, signal));
      return EXIT.stopped;
    case "backup-list":
      print(await backupList({ ...invocation, config, language }, signal));
      return EXIT.stopped;
    case "restore":
      await restore(
        {
          ...{ ...invocation, config, language, print },
          confirm: async (question) => invocation.isAnswered || (await confirm(question, language, signal)),
        },
        signal,
      );
      return EXIT.stopped;
    case "diagnose":
      print(await diagnose({ ...invocation, config, language, ...quiet() }, signal));
      return EXIT.stopped;
    case "privacy-rules":
      print(rulesText(config, language));
      return EXIT.stopped;
    case "privacy-record":
      return record(invocation, config, console);
    case "privacy-erasures":
      print(erasuresText({ ...invocation, config, language }));
      return EXIT.stopped;
    case "privacy-erase":
      return erase(invocation, config, console);
  }
}

function record(
  { to, csv }: Extract<OperateInvocation, { readonly command: "privacy-record" }>,
  config: Config,
  { print, language }: Console,
): ExitCode {
  const on = momentText(new Date(), config.library.timeZone, language);
  const written = csv ? recordCsv(config, language) : recordMarkdown(config, language, on);
  if (to !== undefined) print(writeOut(to, written));
  else print(typeof written === "string" ? written : new TextDecoder().decode(written));
  return EXIT.stopped;
}

async function erase(
  invocation: Extract<OperateInvocation, { readonly command: "privacy-erase" }>,
  config: Config,
  { print, language, signal }: Console,
): Promise<ExitCode> {
  const { member, isAnswered } = invocation;
  const asked =
    member === "-" ? await askFor({ id: "Nomor anggota", en: "Member number" }[language], signal) : member;
  print(
    await eraseMemberHere(
      {
        ...{ ...invocation, member: asked, config, language, ...quiet() },
        confirm: async (question) => isAnswered || (await confirm(question, language, signal)),
      },
      signal,
    ),
  );
  return EXIT.stopped;
}

/** A command beside the daemon leaves the daemon's log alone: two writers would rotate it under each other. */
const quiet = () => ({ clock: new SystemClock(), log: SILENT });
