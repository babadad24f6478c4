import { TitianError } from "../../kernel/errors.ts";
import type { Config } from "../config/schema.ts";
import type { DatabaseAnswers } from "../protocol/setup-commands.ts";

/**
 * The kept password goes to the server that it was typed for and to no other: a server may ask for it in a way that it can read,
 * and whoever names one here may not know it. Throws `SETUP_PASSWORD_NEEDED`.
 */
export function assertMayUseKept(
  { passwordFile, ...kept }: Config["inlislite"],
  { host, port, password }: DatabaseAnswers,
): void {
  const isOtherServer = host !== kept.host || port !== kept.port;
  if (password === null && passwordFile !== undefined && isOtherServer)
    throw new TitianError("SETUP_PASSWORD_NEEDED");
}
