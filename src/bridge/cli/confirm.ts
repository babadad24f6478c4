import process from "node:process";
import { ConfigError } from "../../kernel/schema.ts";
import type { Language } from "../messages/messages.ts";
import { terminalAsk } from "./init.ts";

/** Throws ConfigError for an empty answer. */
export async function askFor(question: string, signal: AbortSignal): Promise<string> {
  const terminal = terminalAsk(signal);
  try {
    const answer = await terminal.ask(question, "");
    if (answer === "") throw new ConfigError("The command line", ["nothing was answered"]);
    return answer;
  } finally {
    terminal.close();
  }
}

/** Asks on the terminal; the offered answer is no. Without a terminal nobody answers, and only `--yes` does. */
export async function confirm(question: string, language: Language, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) throw new ConfigError("The command line", ["nobody can answer here; say --yes"]);
  const terminal = terminalAsk(signal);
  const no = { id: "tidak", en: "no" }[language];
  try {
    return /^(y|ya|yes)$/i.test(await terminal.ask(question, no));
  } finally {
    terminal.close();
  }
}
