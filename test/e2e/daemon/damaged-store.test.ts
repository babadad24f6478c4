import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { backup } from "../../../src/bridge/cli/backup.ts";
import { restore } from "../../../src/bridge/cli/restore.ts";
import { launchChromium } from "../../harness/chromium.ts";
import { DeskFolder } from "../../harness/daemon-process.ts";
import { freePort } from "../../harness/free-port.ts";
import { takePicture } from "../pictures.ts";

const never = new AbortController().signal;

async function answerOf(url: string): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return response;
    if (tries === 300) throw new Error("nobody answers");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What somebody at the desk has before them. */
async function seen(url: string): Promise<void> {
  await using browser = await launchChromium();
  for (const [colorScheme, name] of [
    ["light", "170-catatan-rusak"],
    ["dark", "170-catatan-rusak-gelap"],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme });
    await page.goto(url);
    await page.getByText("titian restore --newest").first().waitFor();
    await takePicture(page, name);
  }
}

describe("a daemon whose records are damaged", () => {
  it("says so and offers the newest verified backup, restores nothing by itself, and starts anew once somebody has", async () => {
    const port = await freePort();
    await using desk = new DeskFolder((demo) => ({ ...demo, server: { port } }));
    const { config } = desk;
    const first = await desk.start();
    const made = JSON.parse(await backup({ config, to: undefined, json: true, language: "en" }, never)) as {
      readonly lastSeq: number;
    };
    await first.kill();
    const file = path.join(config.store.folder, "titian.sqlite");
    writeFileSync(file, "this is no database");
    // The killed daemon's journal would bring back what it holds.
    rmSync(`${file}-wal`, { force: true });

    const closed = desk.run();
    const health = await answerOf(`http://127.0.0.1:${port}/health`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({
      status: "down",
      code: "STORE_CORRUPT",
      newestBackup: { events: made.lastSeq },
    });
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    expect(page).toContain("titian restore --newest");
    expect(page).toContain("Berkas catatan Titian rusak");
    await seen(`http://127.0.0.1:${port}/`);
    expect(readFileSync(file, "utf8")).toBe("this is no database");

    const said: string[] = [];
    const wishes = {
      config,
      backup: undefined,
      mayChangeKey: false,
      language: "en",
      print: (line: string) => void said.push(line),
    } as const;
    await restore({ ...wishes, confirm: () => Promise.resolve(false) }, never);
    expect(said.at(-1)).toBe("Nothing was changed.");
    await restore({ ...wishes, confirm: () => Promise.resolve(true) }, never);
    expect(said.join("\n")).toContain(`Restored: ${made.lastSeq} events.`);

    expect(await closed.ended).toEqual({ code: 70, signal: null });
    const again = await desk.start();
    expect((await again.client.call("desk.get", {})).deskTitle).toBe("Loket 1");
    using reader = new DatabaseSync(file, { readOnly: true });
    const restores = "SELECT data FROM events WHERE type = 'desk.restored'";
    expect(JSON.parse(String(reader.prepare(restores).get()?.["data"]))).toMatchObject({
      lastSeq: made.lastSeq,
    });
  }, 60_000);
});
