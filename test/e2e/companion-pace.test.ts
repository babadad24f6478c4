import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { Clerk } from "../harness/clerk.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { companionDesk, foreign, PATIENCE_MS } from "./companion-desk.ts";
import { DeskClock } from "./desk-clock.ts";
import { takePicture } from "./pictures.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const PAGES = { "3.3": "/anggota/edit/2", "3.2": "/member/member/update?id=2" } as const;

describe("the companion's bar while time runs", { timeout: 5 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
  }, 2 * PATIENCE_MS);
  afterAll(() => mariaDb.stop());

  for (const version of ["3.3", "3.2"] as const) {
    const bootstrap = version === "3.3" ? "Bootstrap 5" : "Bootstrap 3";
    it(`${version}, ${bootstrap}: warns before a time is over, says so once it is, and shows the result afterwards`, async () => {
      const clock = new DeskClock({ standsStill: true });
      await using desk = await companionDesk({
        ...{ version, way: "loopback", mariaDb, clock },
        config: (config) => ({ ...config, library: { ...config.library, standard: LEBAK } }),
      });
      const { page, part, bridge } = desk;
      const clerk = new Clerk(bridge);
      await desk.rows("UPDATE members SET EndDate = '2031-01-31', StatusAnggota_id = 3 WHERE ID = 2");
      const [row] = await desk.rows<{ readonly MemberNo: string }>(
        "SELECT MemberNo FROM members WHERE ID = 2",
      );
      await desk.open(PAGES[version]);
      await desk.approve();
      await part("no-case").waitFor();
      const height = (await part("bar").boundingBox())?.height;

      let view: CaseView = await clerk.open(row?.MemberNo ?? "");
      await part("case").waitFor();
      expect(await part("pace").count()).toBe(0);

      /** Time passes away from the screen, and something is said about the case. */
      const pass = async (seconds: number): Promise<void> => {
        clock.skip(seconds * 1_000);
        view = await bridge.client.call("case.notePapers", { case: view.case, documents: [] });
      };
      await pass(50);
      await part("pace")
        .filter({ hasText: /^Langkah: sisa 0:(10|0\d)$/ })
        .waitFor();
      expect(await part("pace-said").textContent()).toBe("Target langkah hampir habis");
      expect(await part("pace-said").getAttribute("aria-live")).toBe("polite");
      await takePicture(page, `116-inlislite-${version.replace(".", "")}-hampir-lewat`);

      await pass(30);
      await part("pace")
        .filter({ hasText: /^Langkah lewat 0:\d\d$/ })
        .waitFor();
      expect(await part("pace-said").textContent()).toBe("Target langkah sudah lewat");

      view = await clerk.done(view);
      await part("pace").waitFor({ state: "detached" });
      expect(await part("pace-said").textContent()).toBe("");

      while (view.work !== "print")
        view = view.work === "photo" ? await clerk.photograph(view) : await clerk.done(view);
      await pass(20 * 60);
      await part("pace")
        .filter({ hasText: /^Langkah lewat/ })
        .waitFor();
      view = await clerk.printed(view);
      await clerk.scan(row?.MemberNo ?? "");
      view = await clerk.until(view.case, ({ work }) => work === "cut");
      await part("pace")
        .filter({ hasText: /^Hampir lewat, sisa \d:\d\d$/ })
        .waitFor();
      expect(await part("pace-said").textContent()).toBe("Waktu layanan hampir habis");

      view = await clerk.done(await clerk.done(view));
      await part("pace").filter({ hasText: "Siap diserahkan" }).waitFor();
      view = await clerk.handOver(view);
      await part("ended").filter({ hasText: "Selesai dalam 21:" }).waitFor();
      await part("pace").filter({ hasText: "Tepat waktu" }).waitFor();
      await takePicture(page, `117-inlislite-${version.replace(".", "")}-selesai`);
      expect((await part("bar").boundingBox())?.height).toBe(height);
      expect(foreign(desk.complaints)).toEqual([]);
    });
  }
});
