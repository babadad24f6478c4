import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCdn } from "../../../web/build-cdn.ts";
import { buildScript } from "../../../web/build-client.ts";
import { launchChromium } from "../../harness/chromium.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { applicant, fillIn } from "../../stand-in/officer.ts";
import { STAFF_PASSWORD } from "../../stand-in/staff.ts";
import { type StandIn, type StandInOptions, startStandIn } from "../../stand-in/start-stand-in.ts";
import { type Proxied, proxied } from "./proxied.ts";

const PATIENCE_MS = 60_000;
const WALK = { timeout: 180_000 };
/** What no desk can serve: an editor from its vendor's cloud, and a puzzle against robots. */
const NOT_SERVED = ["cdn.tiny.cloud", "js.hcaptcha.com"];

let mariaDb: MariaDb;
let browser: Browser;
let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(path.join(tmpdir(), "titian-web-"));
  mkdirSync(path.join(webRoot, "cdn"));
  await Promise.all([
    buildCdn(path.join(webRoot, "cdn")),
    ...(["titian-companion.js", "titian-face.js"] as const).map((name) =>
      buildScript(name, path.join(webRoot, name)),
    ),
  ]);
  mariaDb = await startMariaDb();
  browser = await launchChromium(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await mariaDb.stop();
  rmSync(webRoot, { recursive: true });
});

interface Walk extends AsyncDisposable {
  readonly standIn: StandIn;
  readonly through: Proxied;
  readonly page: Page;
  /** The site's folder under the proxy's name. */
  readonly base: string;
  /** Hosts other than the proxy that the browser wanted something of. */
  readonly strangers: ReadonlySet<string>;
  readonly violations: readonly string[];
  rows<Row>(sql: string): Promise<readonly Row[]>;
}

async function walk(options: Pick<StandInOptions, "version"> & Partial<StandInOptions>): Promise<Walk> {
  const { database } = await mariaDb.createInlislite(options.version);
  const standIn = await startStandIn({ mariaDb, database, ...options });
  const ca = path.join(webRoot, "stand-in.pem");
  if (standIn.certificate !== undefined) writeFileSync(ca, standIn.certificate);
  const through = await proxied({
    ...{ url: standIn.base, webRoot, cdn: true },
    ...(standIn.certificate === undefined ? {} : { ca }),
  });
  const context = await browser.newContext();
  await context.grantPermissions(["camera"], { origin: through.origin });
  // A desk without internet says so at once; this machine might take its time.
  await context.route(
    (url) => url.host !== through.host,
    (route) => route.abort("internetdisconnected"),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const strangers = new Set<string>();
  const violations: string[] = [];
  page.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && host !== through.host) strangers.add(host);
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) violations.push(message.text());
  });
  return {
    ...{ standIn, through, page, strangers, violations },
    base: `${through.origin}${new URL(standIn.base).pathname.replace(/\/$/, "")}`,
    rows: async <Row>(sql: string) => (await mariaDb.run(sql, { database })) as readonly Row[],
    async [Symbol.asyncDispose]() {
      await context.close();
      await through[Symbol.asyncDispose]();
      await standIn.stop();
    },
  };
}

/** From the proxy's root, as an officer begins the day. */
async function logIn({ page, through, standIn }: Walk): Promise<void> {
  const names = { "3.2": "LoginForm[username]", "3.3": "login" } as const;
  await page.goto(`${through.origin}/`);
  await page.fill(`input[name='${names[standIn.version]}']`, "petugas1");
  await page.fill("input[type=password]", STAFF_PASSWORD);
  await page.click("button[type=submit]");
  await page.waitForURL((url) => !/login/.test(url.pathname));
}

/** What the page's own scripts find here, and would not find on INLISLite's plain http address. */
const CAMERA = `(async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const [track] = stream.getVideoTracks();
  const state = [isSecureContext, track.readyState];
  track.stop();
  return state;
})()`;

const dataUri = (bytes: Buffer): string => `data:image/jpeg;base64,${bytes.toString("base64")}`;
const jpeg = (size: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]);

/** The same in every place where INLISLite may live. */
async function expectAtHome(desk: Walk): Promise<void> {
  const { page, through } = desk;
  expect(await page.evaluate(CAMERA)).toEqual([true, "live"]);
  await page.waitForFunction("document.querySelector('titian-companion')?.shadowRoot?.childElementCount > 0");
  const left = await page.content();
  expect(left.includes(desk.standIn.origin), "an address of INLISLite's own is left").toBe(false);
  expect(page.url().startsWith(`${through.origin}/`)).toBe(true);
  expect([...desk.strangers].filter((host) => !NOT_SERVED.includes(host))).toEqual([]);
  expect(desk.violations).toEqual([]);
}

const SITES_33: readonly (readonly [string, Partial<StandInOptions>])[] = [
  ["on Apache, with its policy", { apacheHeaders: true }],
  ["in a sub-folder, whose login form posts outside of it", { prefix: "/perpustakaan" }],
  ["behind https with a certificate of its own", { tls: true, apacheHeaders: true }],
];

it.each(SITES_33)(
  "INLISLite 3.3 %s: login, list, photo from the list, new member",
  WALK,
  async (_, options) => {
    await using desk = await walk({ version: "3.3", ...options });
    const { page, base } = desk;
    await logIn(desk);
    expect(page.url()).toBe(`${base}/dashboard`);
    await expectAtHome(desk);

    await page.goto(`${base}/anggota`);
    await page.click(".btn-ambil-foto >> nth=0");
    const id = await page.inputValue("#capture_id");
    const photo = jpeg(300_000);
    await page.$eval(
      "#modal_camera #camera_image",
      (field, uri) => field.setAttribute("value", uri),
      dataUri(photo),
    );
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/anggota/capture_file"));
    await page.click("#form_capture button[type=submit]");
    expect((await answered).status()).toBe(201);
    const [member] = await desk.rows<{ PhotoUrl: string }>(`SELECT PhotoUrl FROM members WHERE ID = ${id}`);
    expect(desk.standIn.photos.read(member?.PhotoUrl ?? "")?.equals(photo)).toBe(true);
    await expectAtHome(desk);

    await page.goto(`${base}/anggota/create`);
    await page.waitForFunction("typeof axios === 'function' && typeof Webcam === 'object'");
    await fillIn(page, desk.standIn, applicant());
    await page.$eval("#camera_image", (field, uri) => field.setAttribute("value", uri), dataUri(photo));
    await page.click("#btn-submit");
    await page.waitForURL(`${base}/anggota`);
    const saved = await desk.rows(`SELECT ID FROM members WHERE Fullname = 'Laras Wening Prabawati'`);
    expect(saved).toHaveLength(1);
    await expectAtHome(desk);
  },
);

it("INLISLite 3.2: login, grid by Pjax, new member, its page", WALK, async () => {
  await using desk = await walk({ version: "3.2" });
  const { page, base } = desk;
  await logIn(desk);
  await expectAtHome(desk);

  await page.goto(`${base}/member/member/index`);
  await page.waitForSelector("#myGrid tbody tr");
  const fragment = page.waitForResponse((response) => response.request().headers()["x-pjax"] !== undefined);
  await page.evaluate(`void jQuery.pjax.reload({ container: "#myGridview" })`);
  expect(await (await fragment).text()).not.toContain("/.titian/companion.js");
  await expectAtHome(desk);

  await page.goto(`${base}/member/member/create`);
  await fillIn(page, desk.standIn, applicant());
  await page.click("button[type=submit]");
  await page.waitForURL(/\/member\/member\/update\?id=\d+$/);
  await expectAtHome(desk);
});
