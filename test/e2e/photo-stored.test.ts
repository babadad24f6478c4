import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { PhotoDesk, STAFF } from "../harness/photo-desk.ts";
import { ConsoleDesk } from "./console-desk.ts";

describe("a photo that the console keeps, where the desk stores it in INLISLite itself", () => {
  let server: MariaDb;
  let inlislite: PhotoDesk;
  let desk: ConsoleDesk;
  let view: CaseView;

  beforeAll(async () => {
    server = await startMariaDb();
    inlislite = await PhotoDesk.open(server, "3.3");
    desk = await ConsoleDesk.open({ config: await inlislite.configure() });
    view = await desk.clerk.open(ODD_NUMBERS.apostrophe);
    while (view.work !== "photo") view = await desk.clerk.done(view);
    await desk.goToCase(view.case);
    await desk.atWork("photo");
  });
  afterAll(async () => {
    await desk?.[Symbol.asyncDispose]();
    inlislite?.[Symbol.dispose]();
    await server?.stop();
  });

  const takePhoto = async (): Promise<void> => {
    await desk.press("main-button");
    await desk.byId("crop-dialog").waitFor();
    await desk.press("photo-use");
  };

  it("is said not to be there, with the reason and a way to try again", async () => {
    await inlislite.run("UPDATE users SET id = 8 WHERE id = ?", [STAFF]);
    await takePhoto();
    await desk.atWork("verify");
    const note = desk.byId("photo-not-stored");
    await note.filter({ hasText: "Pengguna untuk Titian tidak ada di INLISLite." }).waitFor();
    await desk.cardDrawn();
    await desk.shot("46-foto-belum-di-inlislite");
    expect(inlislite.files).toEqual([]);
  });

  it("is stored at the press of a button, and then said quietly", async () => {
    await inlislite.run("UPDATE users SET id = ? WHERE id = 8", [STAFF]);
    await desk.press("store-photo");
    await desk.byId("photo-stored").filter({ hasText: "Foto disimpan di INLISLite" }).waitFor();
    expect(await desk.byId("photo-not-stored").count()).toBe(0);
    await desk.shot("foto-di-inlislite");
    expect(inlislite.files).toEqual([(await inlislite.member())["PhotoUrl"]]);
  });

  it("goes there by itself for the next member", async () => {
    let next = await desk.clerk.open(ODD_NUMBERS.accents);
    while (next.work !== "photo") next = await desk.clerk.done(next);
    await desk.goToCase(next.case);
    await desk.atWork("photo");
    await takePhoto();
    await desk.byId("photo-stored").waitFor();
    expect((await inlislite.member(ODD_NUMBERS.accents))["UpdateBy"]).toBe(STAFF);
    expect(desk.complaints).toEqual([]);
  });
});
