import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseArgv } from "../../src/bridge/cli/argv.ts";
import type { ConfigInvocation } from "../../src/bridge/cli/argv-config.ts";
import { configCommand } from "../../src/bridge/cli/config-copy.ts";
import { photosIn } from "../../src/bridge/photo-places.ts";
import { bytesOfRegular, textOfRegular } from "../../src/bridge/regular-file.ts";

const never = new AbortController().signal;

/** Everything that has a name in a folder and is no file. */
async function strangers(): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-regular-"));
  const at = (name: string): string => path.join(folder, name);
  mkdirSync(at("folder"));
  execFileSync("mkfifo", [at("pipe")]);
  symlinkSync("/dev/zero", at("device"));
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(at("socket"), resolve));
  onTestFinished(async () => {
    await new Promise((resolve) => socket.close(resolve));
    rmSync(folder, { recursive: true });
  });
  return ["folder", "pipe", "device", "socket"].map(at);
}

describe.skipIf(process.platform === "win32")("what is no file", () => {
  it("keeps nobody who reads it, and says nothing", async () => {
    for (const stranger of await strangers()) {
      expect(await textOfRegular(stranger, 100)).toBeUndefined();
      expect(await photosIn(path.dirname(stranger)).read(path.basename(stranger), never)).toBeUndefined();
    }
  });

  it("is refused in words as a copy of a desk", async () => {
    for (const stranger of await strangers()) {
      const asked = parseArgv(["config", "import", stranger, "--desk", "desk-2"]) as ConfigInvocation;
      const done = configCommand(asked, { print: () => undefined, language: "en", signal: never });
      await expect(done).rejects.toMatchObject({ code: "DESK_COPY_UNREADABLE" });
    }
  });

  it("is not what a file is, up to its bound", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "titian-regular-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "file");
    writeFileSync(file, "12345");
    expect(await textOfRegular(file, 5)).toBe("12345");
    expect(await textOfRegular(file, 4)).toBeUndefined();
    expect(Buffer.from(bytesOfRegular(file, 5) ?? []).toString()).toBe("12345");
    expect(bytesOfRegular(file, 4)).toBeUndefined();
  });
});
