import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "../../src/bridge/protocol/design-shapes.ts";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { pixelsOf } from "../cards/pixels.ts";
import { squareOn } from "../cards/square-picture.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

/** As on the servers of both versions, and as the invented library has set it. */
const SITES = [
  {
    version: "3.2",
    photos: "uploaded_files/foto_anggota",
    backgrounds: "uploaded_files/settings/kartu_anggota",
    front: "bg_cardmember2.png",
    layout: "inlislite-2",
  },
  {
    version: "3.3",
    photos: "public/uploads/anggota",
    backgrounds: "public/uploads/master-template",
    front: "kartu-tirtamaya.png",
    layout: "inlislite-33",
  },
] as const;

/** The size that INLISLite ships its own in, px: 85.0 × 54.0 mm at 300 dpi. */
const TRUE_SIZE = [1004, 638] as const;

describe.each(SITES)("the background that a library has given to INLISLite $version", (site) => {
  let server: string;
  let desk: TestBridge;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const put = (name: string, bytes: Uint8Array): void =>
    writeFileSync(path.join(server, site.backgrounds, name), bytes);

  beforeEach(async () => {
    server = mkdtempSync(path.join(os.tmpdir(), "titian-site-"));
    for (const folder of [site.photos, site.backgrounds])
      mkdirSync(path.join(server, folder), { recursive: true });
    desk = await startBridge({
      config: (demo) => ({
        ...demo,
        inlislite: { ...demo.inlislite, version: site.version },
        photo: { ...demo.photo, folder: path.join(server, site.photos) },
      }),
    });
    await desk.bridge.supervisor.firstAttempts();
  });
  afterEach(async () => {
    await desk[Symbol.asyncDispose]();
    rmSync(server, { recursive: true, force: true });
  });

  /** As the designer does it: a copy of INLISLite's layout, with the picture in it. */
  async function designWithIt(): Promise<Draft> {
    const { picture } = await call("design.background", { side: "front" });
    const bytes = await desk.client.frame(picture);
    const { template } = await call("design.get", { name: site.layout });
    return {
      template: { ...template, name: "punya-sendiri", title: "Kartu kami" },
      pictures: [{ name: "background", frame: desk.client.upload(bytes) }],
      basedOn: { name: site.layout },
    };
  }

  it("is fetched as it is, lies on the layout at its true size, and is on the card that is printed", async () => {
    const background = await squareOn(...TRUE_SIZE);
    put(site.front, background);
    const found = await call("design.background", { side: "front" });
    expect(found).toMatchObject({ fileName: site.front, widthPx: 1004, heightPx: 638 });
    expect(Buffer.compare(await desk.client.frame(found.picture), background)).toBe(0);

    const draft = await designWithIt();
    const { findings } = await call("design.check", { draft });
    expect(findings.filter(({ severity }) => severity === "refuse")).toEqual([]);
    expect(findings.map(({ flaw }) => flaw)).not.toContain("picture-not-the-card");
    const { version } = await call("design.save", { draft, expects: null });
    await call("design.approve", { name: "punya-sendiri", version });
    await call("design.choose", { choices: { default: "punya-sendiri", rules: [] } });

    const { card, originPx, pxPerMm } = await call("design.preview", { name: "punya-sendiri" });
    const pixels = await pixelsOf(await desk.client.frame(card));
    // The square begins 100 px from the picture's left edge, which is 0.3 mm inside the card's.
    const leftMm = 0.3 + (100 * 85) / 1004;
    const at = (mm: number) => pixels.at(originPx.x + mm * pxPerMm, originPx.y + 8 * pxPerMm);
    expect(at(leftMm - 0.15)[1]).toBeGreaterThan(150);
    expect(at(leftMm + 0.15)[0]).toBeGreaterThan(150);

    const clerk = new Clerk(desk);
    const printed = await clerk.printed(await clerk.upToPrint(ODD_NUMBERS.hyphens));
    expect(await clerk.cardInTray()).toBe(printed.member?.memberNo);
  });

  it("is told to be of another form than the card, and is not stretched to it", async () => {
    put(site.front, await squareOn(1004, 1004));
    const { findings } = await call("design.check", { draft: await designWithIt() });
    const [found] = findings.filter(({ flaw }) => flaw === "picture-not-the-card");
    expect(found).toMatchObject({ severity: "warn", side: "front", measured: 1 });
    expect(found?.least).toBeCloseTo(1.55, 1);
  });

  it("is missed by name where INLISLite has it no more, and where it is no picture", async () => {
    const asked = () => call("design.background", { side: "front" });
    await expect(asked()).rejects.toMatchObject({ code: "BACKGROUND_MISSING" });
    put(site.front, Buffer.from("<svg onload='x'/>"));
    await expect(asked()).rejects.toMatchObject({ code: "DESIGN_PICTURE_REFUSED" });
    rmSync(path.join(server, site.backgrounds), { recursive: true });
    await expect(asked()).rejects.toMatchObject({ code: "BACKGROUND_OUT_OF_REACH" });
  });

  it("has a back of its own in 3.2 alone", async () => {
    put("bg_cardmemberbelakang.png", await squareOn(...TRUE_SIZE));
    const asked = call("design.background", { side: "back" });
    if (site.version === "3.2") expect((await asked).fileName).toBe("bg_cardmemberbelakang.png");
    else await expect(asked).rejects.toMatchObject({ code: "BACKGROUND_MISSING" });
  });
});
