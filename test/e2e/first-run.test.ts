import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drivers } from "../../drivers/index.ts";
import { loadConfig } from "../../src/bridge/config/load.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import { complaintsOf, launchChromium } from "../harness/chromium.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { SMALL } from "./console-desk.ts";
import { FirstRun, titian } from "./first-run.ts";
import { takePicture } from "./pictures.ts";

const PATIENCE_MS = 60_000;
/** A real page of the ministry, as a library would paste its own. */
const OWN_PAGE = readFileSync(
  new URL(
    `../fixtures/sla/seeds/${PRESETS.find(({ id }) => id === "id.lebak.pembuatan-kta")?.source.file}`,
    import.meta.url,
  ),
  "utf8",
);
const WITH_PRINTER = `
[simulation]
enabled = true

[[devices]]
id = "loket2-card-printer"
driver = "simulator-card-printer"
`;

describe("the first run, from a PC without titian.toml", { timeout: 4 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  let folder: string;
  let daemon: FirstRun;
  let browser: Browser;
  let page: Page;
  let library: Awaited<ReturnType<MariaDb["createInlislite"]>>;
  let complaints: readonly string[];
  beforeAll(async () => {
    mariaDb = await startMariaDb();
    library = await mariaDb.createInlislite("3.3");
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-first-"));
    daemon = await FirstRun.start(path.join(folder, "etc", "titian.toml"), path.join(folder, "store"));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: SMALL, locale: "id-ID", reducedMotion: "reduce" });
    page.setDefaultTimeout(PATIENCE_MS);
    complaints = complaintsOf(page);
  }, 3 * PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await daemon?.stop();
    await mariaDb?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const byId = (id: string): Locator => page.getByTestId(id);
  const file = (): string => path.join(folder, "etc", "titian.toml");
  const next = (): Promise<void> => byId("setup-next").click();
  const heading = (words: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name: words }).waitFor();

  it("is at /mulai, and nothing else is shown before it is done", async () => {
    await page.goto(`${daemon.origin}/mulai`);
    await heading("Selamat datang");
    await page.goto(`${daemon.origin}/#/ketepatan`);
    await byId("setup").waitFor();
    expect(await page.locator(".ti-nav").count()).toBe(0);
    await byId("setup-desk-title").fill("Loket 2");
    await byId("setup-desk-id").fill("Loket 2");
    expect(await byId("setup-desk-id").inputValue()).toBe("loket2");
    await takePicture(page, "150-mulai-selamat-datang");
    await next();
  });

  it("tries the database as it is typed, says why not, and prints the GRANT lines", async () => {
    await heading("Hubungkan ke INLISLite");
    await byId("setup-host").fill(library.host);
    await byId("setup-port").fill(String(library.port));
    await byId("setup-database").fill(library.database);
    await byId("setup-user").fill(library.user);
    await byId("setup-password").fill("bukan ini");
    await byId("findings").locator('[data-outcome="fail"]').waitFor();
    expect(await byId("setup-grants").textContent()).toContain("GRANT");
    expect(await byId("setup-next").isDisabled()).toBe(true);
    await takePicture(page, "151-mulai-basis-data-ditolak");

    // Keys that lead to the desk, where there is none yet.
    const place = () => page.evaluate(() => location.hash);
    const here = await place();
    for (const key of ["F2", "F4"]) await page.keyboard.press(key);
    expect(await place()).toBe(here);

    await byId("setup-password").fill(library.password);
    await byId("findings").getByText("INLISLite 3.3").waitFor();
    await takePicture(page, "152-mulai-basis-data");
    expect(await byId("setup-next").isEnabled()).toBe(true);
  });

  it("may be left and taken up again, without the password anywhere in the browser", async () => {
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(library.password);
    await page.reload();
    expect(await byId("setup-database").inputValue()).toBe(library.database);
    await byId("setup-password").fill(library.password);
    await byId("findings").getByText("INLISLite 3.3").waitFor();
    await next();
  });

  it("asks for the way in and the standard, writes the file, and goes on with it by itself", async () => {
    await heading("Jalan masuk ke INLISLite");
    await byId("setup-site").fill("http://127.0.0.1:9/inlislite3/");
    await byId("setup-look").click();
    await byId("findings").locator('[data-outcome="fail"]').waitFor();
    await takePicture(page, "153-mulai-jalan-masuk");
    await byId("way-other").click();
    await next();
    await heading("Standar pelayanan");
    await byId("setup-standard").nth(4).waitFor();
    expect(await byId("setup-standard").count()).toBe(5);
    await byId("setup-standard").nth(3).click();
    await takePicture(page, "154-mulai-standar");
  });

  it("takes the library's own standard from its page, and goes on with it, the password still known", async () => {
    await byId("setup-own-standard").click();
    await byId("import-text").fill(OWN_PAGE);
    await takePicture(page, "157-mulai-impor-standar");
    await byId("import-read").click();
    await byId("source-lines").waitFor();
    expect(await page.locator(".sla-links").count()).toBe(0);
    await byId("save-draft").click();
    await byId("publish").click();
    await byId("effective-start").waitFor();
    await byId("publish-now").click();
    await byId("setup-own-use").waitFor();
    await takePicture(page, "158-mulai-standar-sendiri");
    await byId("setup-own-use").click();
    await byId("setup-standard").nth(5).waitFor();
    expect(await page.locator('[data-testid="setup-standard"]:has(input:checked)').count()).toBe(1);
    await next();
    await heading("Perangkat");

    const config = loadConfig({
      file: file(),
      environment: {},
      flags: new Map(),
      storeFolder: folder,
      drivers: [],
    });
    expect(config).toMatchObject({
      desk: { id: "loket2", title: "Loket 2" },
      inlislite: { database: library.database },
    });
    expect(PRESETS.map(({ id }) => id)).not.toContain(config.library.standard);
    expect(statSync(config.inlislite.passwordFile ?? "").mode & 0o777).toBe(0o600);
    expect(readFileSync(file(), "utf8")).not.toContain(library.password);
    await page.waitForFunction(
      () => document.querySelector('[data-testid="setup-nothing"], [data-testid="candidate"]') !== null,
    );
    await takePicture(page, "155-mulai-perangkat");
  });

  it("may be gone through again: what others wrote into the file stays", async () => {
    writeFileSync(file(), `${readFileSync(file(), "utf8")}${WITH_PRINTER}`);
    await page.getByRole("button", { name: "Kembali" }).click();
    await heading("Standar pelayanan");
    await next();
    await byId("setup-device").waitFor();
    expect(readFileSync(file(), "utf8")).toContain("simulator-card-printer");
  });

  it("makes the head", async () => {
    await next();
    await heading("PIN petugas");
    await byId("setup-operator-add").click();
    await byId("operator-name").fill("Ibu Kartika Dewi");
    await byId("new-pin").fill("482913");
    await byId("new-pin-again").fill("482913");
    await byId("operator-save").click();
    await byId("setup-operators").filter({ hasText: "1 orang terdaftar" }).waitFor();
    await takePicture(page, "156-mulai-petugas");
    await next();
    await heading("Kartu uji");
  });

  const cards = (): readonly string[] => {
    const tray = path.join(folder, "store", "devices", "loket2-card-printer");
    return existsSync(tray) ? readdirSync(tray).filter((name) => /^sim-[0-9a-f-]{36}\.png$/.test(name)) : [];
  };

  it("prints one test card beside what it should look like, and a second one only when asked", async () => {
    await byId("setup-card-picture").waitFor();
    await takePicture(page, "159-mulai-kartu-uji");
    await byId("setup-test").dblclick();
    await byId("setup-printed").waitFor();
    expect(cards()).toHaveLength(1);
    await takePicture(page, "160-mulai-kartu-uji-keluar");
    // The biggest button is the way on, so that Enter prints nothing.
    expect(await page.locator("[data-main]").getAttribute("data-testid")).toBe("setup-next");
    await byId("setup-test-again").click();
    await expect.poll(cards, { timeout: PATIENCE_MS }).toHaveLength(2);
    await byId("setup-card-right").click();
    await byId("setup-proved").waitFor();
  });

  it("ends at the desk, which reads the library's members", async () => {
    await next();
    await byId("member-search").waitFor();
    await byId("operator-chip").waitFor();
    await page.getByTestId("link").filter({ hasText: "INLISLite tersambung" }).waitFor();
    // While the daemon begins anew nobody answers, or what was asked is cut off, and the browser says so.
    expect(complaints.filter((line) => !/WebSocket|net::ERR_/.test(line))).toEqual([]);
  });

  it("is one file for the next desk, which begins by itself while it shows the wizard", async () => {
    const config = async (...words: readonly string[]): Promise<number> => {
      const [code] = await once(titian(["config", ...words]), "exit");
      return code;
    };
    const copy = path.join(folder, "loket.zip");
    const store = (name: string): string => path.join(folder, name);
    const [here, there] = [file(), path.join(folder, "next", "titian.toml")];
    expect(await config("export", copy, "--passwords", "--config", here, "--store", store("store"))).toBe(0);
    const waiting = await FirstRun.start(there, store("next-store"));
    try {
      const bare = await browser.newPage({ viewport: SMALL });
      await bare.goto(`${waiting.origin}/mulai`);
      await bare.getByTestId("setup").waitFor();
      const names = ["--desk", "loket3", "--title", "Loket 3"];
      const desk = [...names, "--passwords", "--yes", "--store", store("next-store")];
      expect(await config("import", copy, "--config", there, ...desk)).toBe(0);
      const health = async (): Promise<string> => {
        const answer = await fetch(`${waiting.origin}/health`, { signal: AbortSignal.timeout(5_000) }).catch(
          () => undefined,
        );
        return (await answer?.text()) ?? "";
      };
      await expect.poll(health, { timeout: PATIENCE_MS }).toContain("loket3");
      await bare.goto(`${waiting.origin}/#/loket`);
      await bare.reload();
      await bare.getByTestId("member-search").waitFor();
      await bare.getByTestId("link").filter({ hasText: "INLISLite tersambung" }).waitFor();
      await bare.goto(`${waiting.origin}/#/standar`);
      const { library } = loadConfig({
        ...{ file: there, environment: {}, flags: new Map(), storeFolder: folder, drivers },
      });
      await bare.getByTestId(`standard-${library.standard}`).waitFor();
    } finally {
      await waiting.stop();
    }
  });
});
