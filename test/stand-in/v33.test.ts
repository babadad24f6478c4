import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintsOf, launchChromium } from "../harness/chromium.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { applicant, createFields33, fillIn, post } from "./officer.ts";
import { type StandIn, type StandInOptions, startStandIn } from "./start-stand-in.ts";

let mariaDb: MariaDb;
let browser: Browser;

beforeAll(async () => {
  mariaDb = await startMariaDb();
  browser = await launchChromium(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await mariaDb.stop();
});

interface Site extends AsyncDisposable {
  readonly standIn: StandIn;
  member(condition: string): Promise<Row | undefined>;
}

interface Row {
  readonly ID: number;
  readonly MemberNo: string;
  readonly IdentityNo: string;
  readonly EndDate: string;
  readonly PhotoUrl: string | null;
}

async function openSite(options: Partial<StandInOptions> = {}): Promise<Site> {
  const { database } = await mariaDb.createInlislite("3.3");
  const standIn = await startStandIn({ version: "3.3", mariaDb, database, ...options });
  return {
    standIn,
    member: async (condition) => {
      const rows = await mariaDb.run(`SELECT * FROM members WHERE ${condition} ORDER BY ID DESC`, {
        database,
      });
      return (rows as readonly Row[])[0];
    },
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

const jpeg = (size: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]);
const dataUri = (bytes: Buffer): string => `data:image/jpeg;base64,${bytes.toString("base64")}`;

test("a member is created with the photo of the hidden field, byte for byte, and the answer names no id", async () => {
  await using site = await openSite();
  await using desk = await openPage(site, "/anggota/create");
  const photo = jpeg(200_000);
  await fillIn(desk.page, site.standIn, applicant());
  await desk.page.$eval("#camera_image", (field, uri) => field.setAttribute("value", uri), dataUri(photo));
  await desk.page.click("#btn-submit");
  await desk.page.waitForURL(`${site.standIn.base}/anggota`);

  const member = await site.member("Fullname = 'Laras Wening Prabawati'");
  expect(member?.MemberNo).toMatch(/^\d{11}$/);
  expect(member?.PhotoUrl).toMatch(/^\d+_[0-9a-f]+\.jpg$/);
  expect(site.standIn.photos.read(member?.PhotoUrl ?? "")?.equals(photo)).toBe(true);
});

test("two desks that save at once get the same number; one session saves in turn", async () => {
  await using site = await openSite();
  const { standIn } = site;
  const [one, two] = [await standIn.logIn("petugas1"), await standIn.logIn("petugas2")];
  const save = (cookie: typeof one, no: number) =>
    post(standIn, cookie, "/anggota/create", createFields33(applicant({ email: `a${no}@contoh.invalid` })));
  standIn.knobs.meetBeforeInsert(2);
  await Promise.all([save(one, 1), save(two, 2)]);
  await Promise.all([save(one, 3), save(one, 4)]);

  const numbers = await Promise.all(
    [1, 2, 3, 4].map(async (no) => (await site.member(`Email = 'a${no}@contoh.invalid'`))?.MemberNo),
  );
  expect(numbers[0]).toBe(numbers[1]);
  expect(new Set(numbers.slice(1)).size).toBe(3);
});

test("the edit page opens the webcam unasked, and saving it makes one number of two", async () => {
  await using site = await openSite();
  await using desk = await openPage(site, "/anggota/edit/5");
  await desk.page.waitForFunction(
    "document.querySelector('#video').srcObject?.getVideoTracks()[0]?.readyState === 'live'",
  );
  expect(await desk.page.isChecked("#is_camera")).toBe(false);

  const before = await site.member("ID = 5");
  const photo = jpeg(1000);
  const save = async () => {
    const answered = desk.page.waitForResponse((response) => response.request().method() === "POST");
    await desk.page.click("#btn-submit");
    return (await answered).json();
  };
  await desk.page.$eval("#camera_image", (field, uri) => field.setAttribute("value", uri), dataUri(photo));
  expect(await save()).toMatchObject({ success: true });
  const unticked = await site.member("ID = 5");
  expect(unticked).toMatchObject({
    IdentityNo: before?.MemberNo,
    MemberNo: before?.MemberNo,
    EndDate: before?.EndDate,
  });
  expect(unticked?.PhotoUrl).toBe(before?.PhotoUrl);

  await desk.page.check("#is_camera");
  await save();
  const ticked = await site.member("ID = 5");
  expect(site.standIn.photos.read(ticked?.PhotoUrl ?? "")?.equals(photo)).toBe(true);
  expect(desk.page.url()).toContain("/anggota/edit/5");
});

test("the list's dialog stores through capture_file; its rows have boxes, and its console is never clean", async () => {
  await using site = await openSite();
  await using desk = await openPage(site, "/anggota");
  await desk.page.click(".btn-ambil-foto >> nth=0");
  const id = await desk.page.inputValue("#capture_id");
  expect(await desk.page.getAttribute("#tbl_data tbody input[type=checkbox] >> nth=0", "name")).toBe("ID[]");
  await desk.page.waitForFunction(
    "document.querySelector('#modal_camera #video').srcObject?.active === true",
  );
  await desk.page.$eval(
    "#modal_camera #camera_image",
    (field, uri) => field.setAttribute("value", uri),
    dataUri(jpeg(500)),
  );
  const answered = desk.page.waitForResponse((response) =>
    response.url().endsWith("/api/anggota/capture_file"),
  );
  await desk.page.click("#form_capture button[type=submit]");
  expect((await answered).status()).toBe(201);
  const member = await site.member(`ID = ${id}`);
  expect(site.standIn.photos.read(member?.PhotoUrl ?? "")).toHaveLength(504);
  expect(desk.complaints).toContain("Unexpected token ':'");
});

test("dead and broken routes answer as they do upstream", async () => {
  await using site = await openSite();
  const cookie = await site.standIn.logIn("petugas1");
  const status = async (path: string, fields: Record<string, string> = {}) =>
    (await post(site.standIn, cookie, path, fields)).status;
  expect(await status("/anggota/do_upload")).toBe(404);
  expect(await status("/anggota/camera")).toBe(404);
  expect(await status("/api/anggota/capture_file", { capture_id: "1", camera_image: "" })).toBe(500);
  expect(await status("/api/anggota/datatable")).toBe(500);
  expect(await status("/anggota/detail/1")).toBe(500);
});

test("without the internet the create page has no webcam library", async () => {
  await using site = await openSite();
  await using desk = await openPage(site, "/anggota/create");
  await desk.page.click("input[value='Open Camera']");
  await expect.poll(() => desk.complaints.join("\n")).toContain("Webcam is not defined");
  expect(desk.complaints.join("\n")).toContain("myFunction is not defined");
});

test("on Apache every answer carries the policy, and the policy keeps pages from other origins", async () => {
  await using site = await openSite({ apacheHeaders: true });
  for (const path of ["/login", "/nowhere", "/themes/jquery-4.0.0.min.js", "/anggota"]) {
    const { headers } = await fetch(`${site.standIn.base}${path}`, { redirect: "manual" });
    expect(headers.get("content-security-policy"), path).toContain(
      "connect-src 'self' https: blob:; frame-src",
    );
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("permissions-policy"), path).toContain("camera=(self)");
  }
  await using desk = await openPage(site, "/anggota/create");
  const blocked = await desk.page.evaluate(`new Promise((told) => {
    document.addEventListener("securitypolicyviolation", (event) => told(event.effectiveDirective), { once: true });
    new WebSocket("ws://127.0.0.1:9");
  })`);
  expect(blocked).toBe("connect-src");
});

test("a body above PHP's limit vanishes: capture_file answers nothing, create answers an empty form", async () => {
  await using site = await openSite();
  site.standIn.knobs.postLimitBytes = 10_000;
  const cookie = await site.standIn.logIn("petugas1");
  const camera_image = dataUri(jpeg(20_000));
  const captured = await post(site.standIn, cookie, "/api/anggota/capture_file", {
    capture_id: "1",
    camera_image,
  });
  expect([captured.status, await captured.text()]).toEqual([500, ""]);
  const created = await post(site.standIn, cookie, "/anggota/create", {
    ...createFields33(applicant()),
    camera_image,
  });
  expect(created.status).toBe(200);
  const text = await created.text();
  expect(text).toContain('id="myform"');
  expect(text).not.toContain("alert-danger");
  expect(await site.member("Fullname = 'Laras Wening Prabawati'")).toBeUndefined();
});

test("whoever is logged out gets the login page, also where JSON was due", async () => {
  await using site = await openSite();
  const { name, value } = await site.standIn.logIn("petugas1");
  await site.standIn.logEverybodyOut();
  const answer = await fetch(`${site.standIn.base}/api/anggota/capture_file`, {
    method: "POST",
    headers: { cookie: `${name}=${value}`, "x-requested-with": "XMLHttpRequest" },
    body: new URLSearchParams({ capture_id: "1" }),
  });
  expect([answer.status, answer.url]).toEqual([200, `${site.standIn.base}/login`]);
  expect(await answer.text()).toContain('name="login"');
});

test("in a sub-folder the login form still posts to the root; the rest carries the folder", async () => {
  await using site = await openSite({ prefix: "/perpustakaan" });
  const page = await browser.newPage();
  await page.goto(`${site.standIn.base}/login`);
  await page.fill("input[name=login]", "petugas1");
  await page.click("#loginBtn");
  await page.waitForURL(`${site.standIn.origin}/login`);
  await page.close();
  await using desk = await openPage(site, "/anggota");
  await desk.page.waitForSelector("#tbl_data tbody input[name='ID[]']");
  expect(await desk.page.getAttribute("a.btn-success", "href")).toBe(`${site.standIn.base}/anggota/create`);
});

test("a later revision asks for its token", async () => {
  await using site = await openSite({ enforcesCsrf: true });
  await using desk = await openPage(site, "/anggota/create");
  const cookie = await site.standIn.logIn("petugas2");
  expect((await post(site.standIn, cookie, "/anggota/create", createFields33(applicant()))).status).toBe(403);
  await fillIn(desk.page, site.standIn, applicant());
  await desk.page.click("#btn-submit");
  await desk.page.waitForURL(`${site.standIn.base}/anggota`);
});

test("an online registration has its identity number as its number, and no last day", async () => {
  await using site = await openSite();
  const page = await browser.newPage();
  await page.goto(`${site.standIn.base}/home/pendaftaran-online`);
  await page.fill("#Fullname", "Bagas Daring Utomo");
  await page.fill("#IdentityNo", "9999990101010009");
  await page.fill("#Email", "bagas@contoh.invalid");
  await page.click("#btn-register");
  await page.waitForSelector("#register_message:has-text('berhasil')");
  await page.close();
  expect(await site.member("Fullname = 'Bagas Daring Utomo'")).toMatchObject({
    ...{ MemberNo: "9999990101010009", EndDate: null, JenisAnggota_id: null, Branch_id: null },
    Province: "99",
  });
});

test("cards are documents of their own: no script of the staff layout is on them", async () => {
  await using site = await openSite();
  site.standIn.addScript("/titian.js");
  await using desk = await openPage(site, "/anggota/printanggota/1");
  expect(await desk.page.locator("#libraryCard img").count()).toBe(2);
  expect(await desk.page.locator("script[src='/titian.js']").count()).toBe(0);
  await desk.page.goto(`${site.standIn.base}/anggota`);
  expect(await desk.page.locator("script[src='/titian.js']").count()).toBe(1);
});
