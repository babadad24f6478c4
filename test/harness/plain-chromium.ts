import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium } from "playwright-core";

export interface PlainChromium extends AsyncDisposable {
  readonly browser: Browser;
}

/**
 * Debian's Chromium as a person starts it, without the switches that automation adds: what a page may do towards the desk's
 * own PC depends on features whose defaults those switches change.
 */
export async function startPlainChromium(moreArgs: readonly string[] = []): Promise<PlainChromium> {
  const profile = mkdtempSync(path.join(os.tmpdir(), "titian-chromium-"));
  const args = [
    ...["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"],
    ...[`--user-data-dir=${profile}`, ...moreArgs, "about:blank"],
  ];
  const child = spawn("/usr/bin/chromium", args, { stdio: ["ignore", "ignore", "pipe"] });
  const abandon = (): void => void child.kill("SIGKILL");
  process.once("exit", abandon);
  const exited = once(child, "exit");
  const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr));
  return {
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close();
      child.kill("SIGTERM");
      await exited;
      process.off("exit", abandon);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function debuggerAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    lines.push(line);
    if (address === undefined) continue;
    stderr.resume();
    return address;
  }
  throw new Error(`Chromium did not start:\n${lines.slice(-10).join("\n")}`);
}

/** Flags that make the server on this port of 127.0.0.1 a machine elsewhere, reached by this name. */
export function elsewhere(hostName: string, port: number, space: "local" | "public"): readonly string[] {
  return [
    `--host-resolver-rules=MAP ${hostName} 127.0.0.1`,
    `--ip-address-space-overrides=127.0.0.1:${port}=${space}`,
  ];
}
