import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const MAIN = path.resolve("src/bridge/main.ts");
const SCRIPT = path.resolve("service-install/status.ts");

/** The writing end of a pipe whose reader has gone, as `head` goes once it has its lines. */
function pipeWithoutReader(): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-pipe-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "pipe");
  execFileSync("mkfifo", [file]);
  const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(file, "w");
  closeSync(reader);
  return writer;
}

function ran(
  file: string,
  words: readonly string[],
): { readonly status: number | null; readonly told: string } {
  const writer = pipeWithoutReader();
  const args = ["--disable-warning=ExperimentalWarning", file, ...words];
  try {
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", writer, "pipe"] });
    return { status, told: String(stderr) };
  } finally {
    closeSync(writer);
  }
}

describe.skipIf(process.platform === "win32")("a command whose reader has gone", () => {
  it("ends without a word, as a program does that SIGPIPE ends", () => {
    expect(ran(MAIN, ["help"])).toEqual({ status: 141, told: "" });
    expect(ran(SCRIPT, [])).toEqual({ status: 141, told: "" });
  });

  it("says what went wrong all the same, with the exit code of that", () => {
    const { status, told } = ran(MAIN, ["doctor", "--config", "/nowhere/titian.toml"]);
    expect(status).toBe(64);
    expect(told).toContain("/nowhere/titian.toml");
  });
});
