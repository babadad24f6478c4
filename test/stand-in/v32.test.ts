import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintsOf, launchChromium } from "../harness/chromium.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { applicant, fillIn, post } from "./officer.ts";
import { type StandIn, startStandIn } from "./start-stand-in.ts";

let mariaDb: MariaDb;
let browser: Browser;

beforeAll(async () => {
  mariaDb = await startMariaDb();
  browser = await launchChromium([
    ...["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    "--host-resolver-rules=MAP inlis.sim 127.0.0.1",
  ]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await mariaDb.stop();
});

interface Site extends AsyncDisposable {
  readonly standIn: StandIn;
  rows<Row>(sql: string): Promise<readonly Row[]>;
}

async function openSite(hostName?: string): Promise<Site> {
  const { database } = await mariaDb.createInlislite("3.2");
  const standIn = await startStandIn({
    ...{ version: "3.2", mariaDb, database },
    ...(hostName === undefined ? {} : { hostName }),
  });
  return {
    standIn,
    rows: async <Row>(sql: string) => (await mariaDb.run(sql, { database })) as readonly Row[],
    [Symbol.asyncDispose]: () => standIn.stop(),
  };
}

async function openPage({ standIn }: Site, path: string) {
  const context = await browser.newContext();
  await context.addCookies([await standIn.logIn("petugas1")]);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${standIn.base}${path}`);
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

test("a new member's page is the update page of its id, its name in capitals, its number with the location", async () => {
  await using site = await openSite();
  await using desk = await openPage(site, "/member/member/create");
  await fillIn(desk.page, site.standIn, applicant());
  await desk.page.click("button[type=submit]");
  await desk.page.waitForURL(/\/member\/member\/update\?id=\d+$/);
  const id = new URL(desk.page.url()).searchParams.get("id");
  const [member] = await site.rows(`SELECT * FROM members WHERE ID = ${id}`);
  expect(member).toMatchObject({
    Fullname: "LARAS WENING PRABAWATI",
    JenisPermohonan_id: 1,
    CreateTerminal: "127.0.0.1",
  });
  expect(member).toHaveProperty("MemberNo", expect.stringMatching(/^01\d{11}$/));
  expect(
    await site.rows(`SELECT * FROM modelhistory WHERE field_id = '${id}' AND type = 0`),
  ).not.toHaveLength(0);
});

test("the photo tab posts what is on the canvas and loads the page again, so that unsaved edits are gone", async () => {
  await using site = await openSite();
  await using desk = await openPage(site, "/member/member/update?id=4");
  const { page } = desk;
  await page.fill("#members-address", "Jalan Belum Disimpan");
  await page.click("a[href='#foto']");
  await page.waitForFunction("document.querySelector('#inlis_camera').srcObject !== null");
  await page.click("#pre_take_buttons button");
  const drawn = await page.evaluate<string>("document.querySelector('#snapshot').toDataURL('image/jpeg')");
  const loaded = page.waitForEvent("load");
  await page.click("#post_take_buttons .btn-warning");
  await loaded;
  expect(await page.inputValue("#members-address")).not.toContain("Belum Disimpan");
  const stored = site.standIn.photos.read("4.jpg");
  expect(stored?.toString("base64")).toBe(drawn.slice(drawn.indexOf(",") + 1));
});

test("a photo's name is remembered in the history when it changes, and audited either way", async () => {
  await using site = await openSite();
  const cookie = await site.standIn.logIn("petugas2");
  const bytes = randomBytes(3000);
  const save = (id: number) =>
    post(site.standIn, cookie, `/member/member/save-foto?id=${id}`, {
      imgBase64: `data:image/jpeg;base64,${bytes.toString("base64")}`,
    });
  await save(3);
  await save(3);
  expect(site.standIn.photos.read("3.jpg")?.equals(bytes)).toBe(true);
  expect(
    await site.rows(
      "SELECT * FROM modelhistory WHERE field_name = 'PhotoUrl' AND field_id = '3' AND type = 1",
    ),
  ).toHaveLength(1);
  expect(await site.rows("SELECT * FROM members WHERE ID = 3")).toMatchObject([
    { PhotoUrl: "3.jpg", UpdateTerminal: "127.0.0.1" },
  ]);
});

test("without a PhotoUrl, beside a file of that name, the bytes go where nobody looks", async () => {
  await using site = await openSite();
  const cookie = await site.standIn.logIn("petugas1");
  site.standIn.photos.write("6.jpg", Buffer.from("old"));
  await post(site.standIn, cookie, "/member/member/save-foto?id=6", {
    imgBase64: "data:image/jpeg;base64,bmV3",
  });
  expect(site.standIn.photos.read("6.jpg")?.toString()).toBe("old");
  expect(await site.rows("SELECT PhotoUrl FROM members WHERE ID = 6")).toEqual([{ PhotoUrl: "6.jpg" }]);
});

test("activation reloads the grid by Pjax: the rows are new elements, the page is not, and the last day stays", async () => {
  await using site = await openSite();
  await site.rows("UPDATE members SET StatusAnggota_id = 1, EndDate = '2026-02-06' WHERE ID = 199");
  await using desk = await openPage(site, "/member/member/index");
  const { page } = desk;
  await page.evaluate(
    "for (const part of [document.querySelector('#myGrid'), document.body]) part.dataset.old = ''",
  );
  await page.check("input[name='cek[]'][value='199']");
  await page.click("#btnCheckprocess");
  await page.waitForSelector("#myGrid:not([data-old])");
  expect(await page.getAttribute("body", "data-old")).toBe("");
  expect(
    await site.rows(
      "SELECT StatusAnggota_id AS s, DATE_FORMAT(EndDate, '%Y-%m-%d') AS e FROM members WHERE ID = 199",
    ),
  ).toEqual([{ s: 3, e: "2026-02-06" }]);
  // The new grid has its scripts too.
  await page.check("input[name='cek[]'][value='198']");
  await page.click("#btnCheckprocess");
  await expect
    .poll(() => site.standIn.knobs.seen.filter(({ path }) => path.endsWith("checkbox-process")).length)
    .toBe(2);
});

test("bulk renewal is raw SQL: no audit columns, no renewal row, no history", async () => {
  await using site = await openSite();
  const cookie = await site.standIn.logIn("petugas1");
  const before = await site.rows<{ readonly day: string; readonly at: string }>(
    "SELECT DATE_ADD(EndDate, INTERVAL 365 DAY) AS day, UpdateDate AS at FROM members WHERE ID = 2",
  );
  const page = await fetch(`${site.standIn.base}/member/member/index`, {
    headers: { cookie: `${cookie.name}=${cookie.value}` },
  });
  const token = /name="csrf-token" content="(\w+)"/.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${site.standIn.base}/member/perpanjangan-expired/extend`, {
    method: "POST",
    headers: { cookie: `${cookie.name}=${cookie.value}; _backendInlislite=${token}` },
    body: new URLSearchParams({ "row_id[]": "2", action: "extend_member", _backendInlislite: token }),
  });
  expect(answer.status).toBe(200);
  expect(await site.rows("SELECT EndDate AS day, UpdateDate AS at FROM members WHERE ID = 2")).toEqual(
    before,
  );
  expect(await site.rows("SELECT * FROM member_perpanjangan")).toHaveLength(0);
});

test("the photo form inside the page's form is not there, and on plain http the rest of its script is", async () => {
  await using site = await openSite("inlis.sim");
  await using desk = await openPage(site, "/member/member/update?id=4");
  expect(await desk.page.locator("form").count()).toBe(1);
  expect(desk.complaints.join("\n")).toContain("getUserMedia");
  expect(await desk.page.evaluate("typeof save_photo")).toBe("function");
});

test("sessions are rows; without one a page leads to the login and a script is told so", async () => {
  await using site = await openSite();
  const { name, value } = await site.standIn.logIn("petugas1");
  expect(await site.rows(`SELECT id FROM session WHERE id = '${value}'`)).toHaveLength(1);
  await site.standIn.logEverybodyOut();
  const ask = (headers: Record<string, string>) =>
    fetch(`${site.standIn.base}/member/member/index`, {
      headers: { cookie: `${name}=${value}`, ...headers },
      redirect: "manual",
    });
  expect((await ask({})).headers.get("location")).toBe(`${site.standIn.base}/site/login`);
  const scripted = await ask({ "x-requested-with": "XMLHttpRequest" });
  expect([scripted.headers.get("location"), scripted.headers.get("x-redirect")]).toEqual([
    null,
    `${site.standIn.base}/site/login`,
  ]);
});

test("an online registration is valid until today", async () => {
  await using site = await openSite();
  const page = await browser.newPage();
  await page.goto(`${site.standIn.origin}/inlislite3/pendaftaran`);
  await page.fill("#members-fullname", "Bagas Daring Utomo");
  await page.click("button[type=submit]");
  await page.waitForSelector("#registration-number");
  await page.close();
  const [row] = await site.rows(
    "SELECT DATEDIFF(EndDate, RegisterDate) AS days, StatusAnggota_id AS status FROM members ORDER BY ID DESC LIMIT 1",
  );
  expect(row).toEqual({ days: 0, status: 1 });
});
