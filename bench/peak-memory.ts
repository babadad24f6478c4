import { readFileSync, writeFileSync } from "node:fs";

const KIB = 1_024;
/** What the kernel's proc(5) calls "reset the peak resident set size". */
const RESET_PEAK = "5";

/** Forgets the peak so far: that of the start is higher than any job's. Linux only, as `peakBytes` is. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
}

/** The most resident bytes since `forgetPeak`, as the kernel counted them: nothing falls between two looks. */
export function peakBytes(pid: number): number {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  if (kib === undefined) throw new Error("the kernel does not tell the peak");
  return Number(kib) * KIB;
}
