import { describe, expect, it } from "vitest";
import { CardProgress, type Verdict } from "../../../drivers/printer-evolis/card-progress.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

const LIMITS = { startWithinMs: 3_000, jobWithinMs: 10_000 };
const STEP_MS = 500;

/** One letter a look, half a second apart: busy, resting, stopped, unknown, asked, nothing heard, not yet accepted. */
async function verdictAfter(looks: string): Promise<Verdict | undefined> {
  const clock = new ManualClock();
  const progress = new CardProgress(clock, LIMITS);
  const activities = {
    b: "busy",
    r: "resting",
    s: "stopped",
    u: "unknown",
    a: "stopped",
    n: "resting",
  } as const;
  let verdict: Verdict | undefined;
  for (const [at, look] of [...looks].entries()) {
    await clock.advance(STEP_MS);
    if (verdict) expect.fail(`${verdict} already before look ${at}`);
    const sight = {
      activity: activities[look as keyof typeof activities],
      isAsked: look === "a",
      isAccepted: look !== "n",
    };
    verdict = look === "." ? progress.sawNothing() : progress.saw(sight);
  }
  return verdict;
}

describe("what the looks at an Evolis printer prove about its card", () => {
  it.each([
    ["bbrr", "out", "at work, then at rest twice"],
    ["bbr", undefined, "one look at rest may fall between two panels"],
    ["brbrr", "out", "a rest between two panels is no end"],
    ["br.r", undefined, "a look without an answer is not a look at rest"],
    ["rrrr", undefined, "a printer that has not begun yet has put out nothing"],
    ["bnnn", undefined, "nor has one whose service has not said that it took the job"],
    ["ss", undefined, "nor one that stands still"],
    ["bbarr", undefined, "work before a question proves nothing about the card after it"],
    ["bbabrr", "out", "work after the answer does"],
    ["rrrrrrr", "unbegun", "accepted, and three seconds later still at rest"],
    ["rrrrrrarrrrr", undefined, "a question starts that wait anew"],
    ["uuuuuuuuuuuuuuuuuuuu", "overdue", "nobody can see it: ten seconds"],
    ["....................", "overdue", "nobody answers: ten seconds"],
    ["bbbbbbbbbbbbbbbbbbbb", "overdue", "at work without end: ten seconds"],
    ["aaaaaaaaaaaaaaaaaaaaaaaaabrr", "out", "the wait for a person is not counted"],
  ] as const)("%s: %s (%s)", async (looks, verdict, _why) => {
    expect(await verdictAfter(looks)).toBe(verdict);
  });
});
