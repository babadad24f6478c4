import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { companionDesk, foreign, PATIENCE_MS } from "./companion-desk.ts";
import { takePicture } from "./pictures.ts";

const HEAD = { name: "Ibu Kartika Dewi", role: "head", pin: "482913" } as const;

describe("INLISLite's pages and the desk's operator", { timeout: 5 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
  }, 2 * PATIENCE_MS);
  afterAll(() => mariaDb.stop());

  it("follow who is signed in at the console, and lead there while nobody is", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "loopback", mariaDb });
    const { page, part, bridge } = desk;
    const { client } = bridge;
    await desk.open("/anggota/edit/2");
    await desk.approve();
    await part("no-case").waitFor();

    const { operators } = await client.call("operator.create", HEAD);
    const id = operators[0]?.operator ?? "";
    await part("no-case").waitFor();
    await client.call("operator.signOut", {});
    await part("nobody-signed-in").waitFor();
    await takePicture(page, "147-inlislite-belum-masuk");
    expect(await part("no-case").count()).toBe(0);

    const opening = page.waitForEvent("popup");
    await part("open-sign-in").click();
    const console = await opening;
    await console.getByTestId("pin").fill(HEAD.pin);
    await console.keyboard.press("Enter");
    await console.getByTestId("operator-chip").waitFor();

    await part("no-case").waitFor();
    await page.getByTestId("photo-button").waitFor();
    const own = bridge.bridge.store.events.read(`operator/${id}`).map(({ type }) => type);
    expect(own.filter((type) => type === "operator.signedIn")).toHaveLength(2);
    expect(foreign(desk.complaints)).toEqual([]);
  });
});
