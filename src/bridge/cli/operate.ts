import { drivers } from "../../../drivers/index.ts";
import type { OperateInvocation } from "./argv-operate.ts";
import { backup, backupList } from "./backup.ts";
import { confirm } from "./confirm.ts";
import type { Console } from "./execute.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { openConfig } from "./open-config.ts";
import { restore } from "./restore.ts";

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
  }
}
