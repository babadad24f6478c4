import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { expect } from "vitest";

const HERE = import.meta.dirname;
const LIMIT_MS = 60_000;

/** Runs a program of this folder in a process of its own, and pulls the plug at one of its changes to the disk. */
function runUntil(program: string, words: readonly string[], pullAt: number | undefined) {
  const argv = [
    ...["--disable-warning=ExperimentalWarning", "--import", path.join(HERE, "plug.ts")],
    ...[path.join(HERE, program), ...words],
  ];
  const env = { PATH: process.env["PATH"], ...(pullAt !== undefined && { PULL_AT: `${pullAt}` }) };
  return spawnSync(process.execPath, argv, { env, encoding: "utf8", timeout: LIMIT_MS });
}

/** How often a program changes the disk when nothing happens to it. */
export function changesOf(program: string, ...words: readonly string[]): number {
  const { stdout, stderr, status } = runUntil(program, words, undefined);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return Number(/^changes (\d+)$/m.exec(stdout)?.[1]);
}

export function pullThePlug(pullAt: number, program: string, ...words: readonly string[]): void {
  const { signal, stdout, stderr } = runUntil(program, words, pullAt);
  expect({ signal, stdout, stderr }).toEqual({ signal: "SIGKILL", stdout: "", stderr: "" });
}
