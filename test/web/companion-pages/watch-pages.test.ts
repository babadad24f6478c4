import { describe, expect, it } from "vitest";
import { list32, rows32 } from "./doms-32.ts";
import { create33, edit33, list33 } from "./doms-33.ts";
import { eachTestOpens } from "./each-test-opens.ts";
import { PATIENCE_MS, type PagesDesk } from "./pages-browser.ts";

const LIST_32 = "/inlislite3/backend/member/member/index";

describe("watching pages", { timeout: 4 * PATIENCE_MS }, () => {
  let desk: PagesDesk;
  eachTestOpens((opened) => {
    desk = opened;
  });

  /** Everything that is due by now has been looked at: two looks are at most 100 ms apart. */
  const settle = () => desk.page.evaluate("new Promise((done) => setTimeout(done, 250))");

  it("tells at once, and is silent while nothing of interest changes", async () => {
    desk.routes.set("/anggota/create", create33());
    await desk.show("/anggota/create");
    await desk.page.evaluate(`for (let at = 0; at < 500; at += 1) {
      const box = document.createElement("div");
      document.body.append(box);
      box.className = "busy";
    }`);
    await settle();
    expect(await desk.told()).toEqual(["3.3 create -"]);
  });

  it("sees the rows that Pjax has put in the place of others, and goes on with them", async () => {
    desk.routes.set(LIST_32, list32([{ id: "1", memberNo: "01" }]));
    await desk.show(LIST_32);
    const next = JSON.stringify(rows32([{ id: "2", memberNo: "02" }]));
    await desk.page.evaluate(
      `history.pushState({}, "", "?page=2"); document.getElementById("myGridview").innerHTML = ${next};`,
    );
    await desk.until("driver.told.length === 2");
    await desk.page.check('[data-key="2"] input');
    expect((await desk.seen()).selected).toEqual([{ memberId: "2", memberNo: "02" }]);
  });

  it("sees an address that only the history has changed, back and forth", async () => {
    desk.routes.set("/anggota/edit/5", edit33());
    await desk.show("/anggota/edit/5");
    await desk.page.evaluate("history.pushState({}, '', '/anggota/edit/6')");
    await desk.until("driver.page.member.memberId === '6'");
    await desk.page.evaluate("history.back()");
    await desk.until("driver.page.member.memberId === '5'");
  });

  it("sees a dialog open and close, and whose it is", async () => {
    desk.routes.set(
      "/anggota",
      list33([
        { id: "41", memberNo: "a" },
        { id: "42", memberNo: "b" },
      ]),
    );
    await desk.show("/anggota");
    for (const id of ["41", "42"]) {
      await desk.page.click(`[data-id="${id}"]`);
      await desk.until(`driver.page.member?.memberId === "${id}"`);
      await desk.page.click("[data-bs-dismiss]");
      await desk.until("driver.page.member === undefined");
    }
    expect(await desk.told()).toEqual([
      "3.3 list -",
      "3.3 list 41",
      "3.3 list -",
      "3.3 list 42",
      "3.3 list -",
    ]);
  });

  it("keeps what is unsaved when the page around the form is drawn anew", async () => {
    desk.routes.set("/anggota/edit/5", edit33());
    await desk.show("/anggota/edit/5");
    await desk.page.fill("#Fullname", "Rina Baru");
    await desk.page.evaluate(`const print = document.querySelector('a[href*="printanggota"]');
      print.replaceWith(print.cloneNode(true));`);
    await desk.until("driver.told.filter((what) => what === '3.3 edit 5').length === 2");
    expect((await desk.seen()).isDirty).toBe(true);
  });

  it("tells that a part has come that was not there when the page was first seen", async () => {
    desk.routes.set("/anggota/create", "<main></main>");
    await desk.show("/anggota/create");
    expect((await desk.seen()).missing).toContain("3.3 create: #myform");
    const form = JSON.stringify(create33().split("<script>")[0]);
    await desk.page.evaluate(`document.querySelector("main").innerHTML = ${form}`);
    await desk.until("driver.page.form");
    expect((await desk.seen()).missing).toEqual([]);
  });

  it("is over when it is over: nothing is told, nothing listens", async () => {
    desk.routes.set("/anggota", list33([{ id: "41", memberNo: "a" }]));
    await desk.show("/anggota");
    await desk.page.evaluate("driver.stop()");
    await desk.page.click('[data-id="41"]');
    await settle();
    expect(await desk.told()).toEqual(["3.3 list -"]);
  });

  it("never lets the page's scripts notice a page that cannot be read", async () => {
    desk.routes.set("/anggota", list33([{ id: "41", memberNo: "a" }]));
    await desk.show("/anggota");
    await desk.page.evaluate(`document.querySelector = () => { throw new Error("a page's own mischief"); };
      document.body.append("x");`);
    await settle();
    expect(desk.complaints).toEqual([]);
  });
});
