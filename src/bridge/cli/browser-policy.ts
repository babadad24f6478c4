import { lookup } from "node:dns/promises";
import { ConfigError } from "../../kernel/schema.ts";
import { BrowserPolicy } from "../browser-policy/browser-policy.ts";
import { originFault, type PolicyEntry, type PolicyWish } from "../browser-policy/entries.ts";
import { PolicyFiles } from "../browser-policy/policy-files.ts";
import { PolicyRegistry } from "../browser-policy/policy-registry.ts";
import { WrittenList } from "../browser-policy/written-list.ts";
import { type PolicyTexts, policyTexts } from "../messages/browser-policy.ts";
import { addressSpaceOf } from "../ways/address-space.ts";
import type { PolicyInvocation } from "./argv.ts";
import type { Console } from "./execute.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { usualPaths } from "./open-config.ts";

/** Shows, writes and takes back what the browsers of this PC are told about one INLISLite. */
export async function browserPolicy(
  { command, origin, browsers, camera, root, store }: PolicyInvocation,
  { print, language, signal }: Pick<Console, "print" | "language" | "signal">,
): Promise<ExitCode> {
  const text = policyTexts(language);
  const fault = origin === undefined ? undefined : originFault(origin);
  if (fault) throw new ConfigError("The command line", [text.faults[fault](origin ?? "")]);

  const place = process.platform === "win32" ? new PolicyRegistry() : new PolicyFiles(root);
  const policy = new BrowserPolicy(place, new WrittenList(store ?? usualPaths().storeFolder));
  const wish = async (of: string): Promise<PolicyWish> => ({
    ...{ origin: of, browsers, camera },
    isPublic: await isPublic(of),
  });
  const say = (entry: PolicyEntry, state: keyof PolicyTexts["states"]): void =>
    print(
      `${text.browsers[entry.browser].padEnd(8)}  ${entry.policy.at(-1)} ${entry.value}: ${text.states[state]}`,
    );
  try {
    if (origin !== undefined && command === "browser-policy-show") {
      for (const entry of await policy.show(await wish(origin), signal)) say(entry, entry.state);
    } else if (origin !== undefined && command === "browser-policy-install") {
      const added = await policy.install(await wish(origin), signal);
      for (const entry of added) say(entry, "added");
      print(added.length === 0 ? text.nothingAdded : text.restart);
      if (added.some((entry) => entry.policy[0] === "OverrideSecurityRestrictionsOnInsecureOrigin"))
        print(text.trusted);
    } else {
      const removed = await policy.remove({ origin, browsers }, signal);
      for (const entry of removed) say(entry, "removed");
      print(removed.length === 0 ? text.nothingRemoved : text.restart);
    }
    return EXIT.stopped;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
    throw new ConfigError("titian browser-policy", [text.notAllowed]);
  }
}

/** A name that nobody knows here is taken for one in the library. */
async function isPublic(origin: string): Promise<boolean> {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, "");
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => addressSpaceOf(address) === "public");
}
