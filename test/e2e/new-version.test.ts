import { describe, expect, it } from "vitest";
import { listen } from "../bridge/server/listening-server.ts";
import { launchChromium } from "../harness/chromium.ts";
import { startBridge } from "../harness/start-bridge.ts";
import { SMALL } from "./console-desk.ts";
import { takePicture } from "./pictures.ts";

const WEB_ROOT = "web/dist";

describe("the console, while the desk tries a new version", () => {
  it("says so calmly over what it showed, sends nothing, and goes on by itself once that version stays", async () => {
    const before = await startBridge();
    await using browser = await launchChromium();
    const page = await browser.newPage({ viewport: SMALL, locale: "id-ID", reducedMotion: "reduce" });
    await page.goto(`${before.origin}/`);
    await page.getByTestId("member-search").waitFor();
    const { port } = before.bridge.server;
    await before[Symbol.asyncDispose]();
    await page.getByTestId("banner").getByText("tidak menjawab").waitFor();
    await page.getByTestId("last-scan").getByText("Menunggu Titian tersambung lagi").waitFor();

    let isOnTrial = true;
    await using desk = await listen({ port, webRoot: WEB_ROOT, holdsBack: () => isOnTrial });
    await page.getByTestId("banner").getByText("Versi baru Titian sedang diperiksa.").waitFor();
    expect(await page.getByTestId("banner").getAttribute("role")).toBe("status");
    expect(await page.getByTestId("member-search").isVisible()).toBe(true);
    expect(desk.server.sessions).toEqual([]);
    await takePicture(page, "173-versi-baru-diperiksa");
    await page.getByTestId("theme-switch").click();
    await takePicture(page, "173-versi-baru-diperiksa-gelap");

    isOnTrial = false;
    await page.getByTestId("banner").waitFor({ state: "detached" });
    await expect.poll(() => desk.server.sessions.length).toBe(1);
  });
});
