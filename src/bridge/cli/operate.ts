import { drivers } from "../../../drivers/index.ts";
import { stampOf } from "../../store/store-files.ts";
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
import { giveUpRoot, readConfig } from "./open-config.ts";
import { restore } from "./restore.ts";
import { type NewFile, newFile } from "./write-out.ts";

/** The commands that keep a desk going. */
export async function operate(invocation: OperateInvocation, console: Console): Promise<ExitCode> {
  const { print, language, signal } = console;
  const config = readConfig(invocation, drivers);
  const out = fileToWrite(invocation, config);
  giveUpRoot(invocation, config);
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
      if (out) print(await diagnose({ out, config, language, ...quiet() }, signal));
      return EXIT.stopped;
    case "privacy-rules":
      print(rulesText(config, language));
      return EXIT.stopped;
    case "privacy-record":
      return record(invocation.csv, out, config, console);
    case "privacy-erasures":
      print(erasuresText({ ...invocation, config, language }));
      return EXIT.stopped;
    case "privacy-erase":
      return erase(invocation, config, console);
  }
}

/** Opened before root is given up: a technician may name a place where the service may not write. */
function fileToWrite(invocation: OperateInvocation, { desk }: Config): NewFile | undefined {
  if (invocation.command === "diagnose")
    return newFile(invocation.to ?? `titian-diagnosis-${desk.id}-${stampOf(new Date())}.zip`);
  const isRecord = invocation.command === "privacy-record";
  return isRecord && invocation.to !== undefined ? newFile(invocation.to) : undefined;
}

function record(
  csv: boolean,
  out: NewFile | undefined,
  config: Config,
  { print, language }: Console,
): ExitCode {
  const on = momentText(new Date(), config.library.timeZone, language);
  const written = csv ? recordCsv(config, language) : recordMarkdown(config, language, on);
  if (out) {
    out.write(written);
    print(out.file);
  } else print(typeof written === "string" ? written : new TextDecoder().decode(written));
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
