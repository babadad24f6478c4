import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { type CompanionDesk, companionDesk, foreign, PATIENCE_MS, type Way } from "./companion-desk.ts";
import { takePicture } from "./pictures.ts";

const openMember = ({ open, site }: CompanionDesk): Promise<void> =>
  open(site.version === "3.2" ? "/member/member/update?id=5" : "/anggota/edit/5");

describe("ways from INLISLite's page to the daemon", { timeout: 4 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
  }, 2 * PATIENCE_MS);
  afterAll(() => mariaDb.stop());

  const open = (version: "3.2" | "3.3", way: Way, site = {}): Promise<CompanionDesk> =>
    companionDesk({ version, way, mariaDb, site });

  for (const version of ["3.2", "3.3"] as const) {
    it(`${version}: a script tag is enough on this PC, on the library's network and through the proxy`, async () => {
      for (const way of ["loopback", "lan", "proxy"] as const) {
        await using desk = await open(version, way);
        await openMember(desk);
        await desk.part("pairing-code").waitFor();
        await takePicture(desk.page, `70-jalan-${way}-kode`);
        await desk.approve();
        await desk.part("no-case").waitFor();
        await takePicture(desk.page, `71-jalan-${way}`);
        // The permission outlives the page.
        await openMember(desk);
        await desk.part("no-case").waitFor();
        expect(await desk.page.evaluate("isSecureContext"), way).toBe(way !== "lan");
        expect(foreign(desk.complaints), way).toEqual([]);
      }
    });
  }

  it("a page on the internet is kept from the daemon; one click on the daemon's own window, and it works", async () => {
    await using desk = await open("3.3", "public");
    await openMember(desk);
    await desk.part("standing-blocked").waitFor();
    await takePicture(desk.page, "72-jalan-terhalang");
    const opened = desk.page.waitForEvent("popup");
    await desk.part("open-window").click();
    const window = await opened;
    expect(new URL(window.url()).origin).toBe(desk.bridge.origin);
    await desk.part("pairing-code").waitFor();
    await takePicture(window, "73-jendela-jembatan");
    await desk.approve();
    await desk.part("no-case").waitFor();
    // INLISLite goes on to another page, and the window is found again without a click.
    await desk.open("/anggota");
    await desk.part("no-case").waitFor();
  });

  it("a secure page on the internet works by itself once the browser's question was answered with yes", async () => {
    await using desk = await open("3.3", "public", { tls: true });
    await openMember(desk);
    // Headless Chromium cannot show its question, and takes it as answered with no.
    await desk.part("standing-blocked").waitFor();
    await desk.page.context().grantPermissions(["local-network-access"]);
    await openMember(desk);
    await desk.approve();
    await desk.part("no-case").waitFor();
    expect(await desk.page.evaluate("isSecureContext")).toBe(true);
  });

  it("INLISLite's policy on Apache forbids the socket without closing it; the window is offered all the same", async () => {
    await using desk = await open("3.3", "lan", { apacheHeaders: true });
    await openMember(desk);
    await desk.part("standing-blocked").waitFor();
    await desk.part("open-window").click();
    await desk.approve();
    await desk.part("no-case").waitFor();
  });

  it("the proxy keeps the policy of Apache, a sub-folder and an https upstream", async () => {
    await using desk = await companionDesk({
      ...{ version: "3.3", way: "proxy", mariaDb },
      site: { apacheHeaders: true, tls: true, prefix: "/perpustakaan" },
    });
    const answer = await desk.page.goto(`${desk.base}/anggota/edit/5`);
    expect((await answer?.allHeaders())?.["content-security-policy"]).toContain(
      "connect-src 'self' https: blob:",
    );
    await desk.approve();
    await desk.part("no-case").waitFor();
    expect(await desk.page.getAttribute("a[href$='/anggota/create']", "href")).toBe(
      `${desk.base}/anggota/create`,
    );
    expect(foreign(desk.complaints)).toEqual([]);
  });
});
