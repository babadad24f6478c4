import { untilAborted } from "../../src/devices/index.ts";
import { withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { FfmpegProcess, type Program } from "./ffmpeg-process.ts";

/** More than the longest list of devices or formats. */
const ANSWER_KEPT = 64 * 1024;

/** Everything that a short run writes, on both outputs. Rejects with `DEVICE_TIMEOUT`, or the signal's reason. */
export async function askFfmpeg(
  program: Program,
  args: readonly string[],
  withinMs: number,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  using budget = withBudget(program.clock, withinMs, signal, () => new TitianError("DEVICE_TIMEOUT"));
  await using process = new FfmpegProcess(program, args, 1, ANSWER_KEPT);
  let answer = "";
  process.onData(1, (piece) => {
    if (answer.length < ANSWER_KEPT) answer += Buffer.from(piece).toString("utf8");
  });
  await untilAborted(process.ended, budget.signal);
  return answer + process.words;
}
