import { stripVTControlCharacters } from "node:util";
import type { Lab } from "./lab.ts";
import type { Report } from "./report.ts";

/** What a check sees, in words, or a rejection: a check that cannot run has failed. */
export interface Check<S> {
  readonly name: string;
  run(stage: S): Promise<string>;
}

export interface Chapter {
  readonly name: string;
  readonly checks: readonly string[];
  run(lab: Lab, report: Report): Promise<void>;
}

/** `only`: parts of names; none of them chooses all. */
export const isChosen = (name: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((part) => name.includes(part));

interface Plan<S extends AsyncDisposable> {
  readonly name: string;
  /** Plugs in what the checks need. */
  begin(lab: Lab): Promise<S>;
  readonly checks: readonly Check<S>[];
}

/** Checks about one device, one after the other: each begins where the one before ended. */
export function chapter<S extends AsyncDisposable>({ name, begin, checks }: Plan<S>): Chapter {
  const names = checks.map((check) => check.name);
  if (new Set(names).size < names.length) throw new Error(`${name} names two checks alike`);
  return {
    name,
    checks: names,
    async run(lab, report) {
      const stage = begin(lab);
      // Each check says so itself.
      stage.catch(() => undefined);
      for (const check of checks) {
        const startMs = performance.now();
        const outcome = await stage.then((open) => check.run(open)).then(passed, failed);
        report.add({
          chapter: name,
          name: check.name,
          ...outcome,
          ms: Math.round(performance.now() - startMs),
        });
      }
      await stage
        .then((open) => open[Symbol.asyncDispose]())
        .catch((error: unknown) => {
          process.stdout.write(`${name} was not put away: ${String(error)}\n`);
        });
    },
  };
}

const passed = (seen: string) => ({ seen, passed: true });
const failed = (error: unknown) => ({
  seen: stripVTControlCharacters(error instanceof Error ? error.message : String(error))
    .replaceAll(/\s+/g, " ")
    .slice(0, 400),
  passed: false,
});
