#!/usr/bin/env node
import { toleratesClosedPipe } from "../../service-install/versions/closed-pipe.ts";
import { TitianError } from "../kernel/errors.ts";
import { ConfigError } from "../kernel/schema.ts";
import { parseArgv } from "./cli/argv.ts";
import { execute } from "./cli/execute.ts";
import { EXIT, type ExitCode } from "./cli/exit-codes.ts";
import { refusedInsteadOfRoot } from "./cli/instead-of-root.ts";
import { languageOf } from "./cli/language.ts";
import { errorText } from "./messages/text.ts";

const language = languageOf(process.env);
const say = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);

/** A configuration that is wrong stays wrong after a restart; everything else may be better next time. */
function explain(error: unknown): ExitCode {
  const complain = say(process.stderr);
  const refused = refusedInsteadOfRoot(error, process.env);
  if (error instanceof ConfigError) {
    complain(error.message);
    if (refused) complain(refused[language]);
    return EXIT.configuration;
  }
  const fault = TitianError.from(error);
  complain(errorText(fault.code, language));
  if (refused) complain(refused[language]);
  if (fault.code === "INTERNAL") complain(String(error instanceof Error ? error.stack : error));
  return EXIT.fault;
}

try {
  const asked = new AbortController();
  const invocation = parseArgv(process.argv.slice(2));
  const isService = invocation.command === "run" || invocation.command === "demo";
  toleratesClosedPipe({ isService });
  if (!isService) process.once("SIGINT", () => asked.abort());
  process.exitCode = await execute(invocation, {
    print: say(process.stdout),
    language,
    signal: asked.signal,
  });
} catch (error) {
  process.exitCode = explain(error);
}
