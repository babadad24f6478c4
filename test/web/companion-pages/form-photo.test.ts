import { describe, expect, it } from "vitest";
import { create33, edit33, edit33Tab } from "./doms-33.ts";
import { eachTestOpens } from "./each-test-opens.ts";
import { dataUri, json, PATIENCE_MS, type PagesDesk, photo } from "./pages-browser.ts";

const FIELD = "document.querySelector('form #camera_image').value";

describe("a photo in a form of 3.3", { timeout: 4 * PATIENCE_MS }, () => {
  let desk: PagesDesk;
  eachTestOpens((opened) => {
    desk = opened;
    desk.routes.set("/anggota/create", create33());
    desk.routes.set("/anggota/edit/5", edit33());
  });

  it("waits in the create form as a full data URI with one comma, is seen, and is what the page sends", async () => {
    const jpeg = await photo(1);
    desk.routes.set("POST /anggota/create", () => ({ body: "" }));
    await desk.show("/anggota/create");
    expect(await desk.put(jpeg)).toBe("in-form");

    expect(await desk.page.evaluate(FIELD)).toBe(dataUri(jpeg));
    expect(await desk.page.getAttribute("#results > img#imageprev", "src")).toBe(dataUri(jpeg));
    expect((await desk.seen()).isDirty).toBe(true);
    await desk.page.fill("#Fullname", "Sari Contoh");
    await desk.page.fill("#frm_create_IdentityNo", "1");
    await desk.page.focus("#package");
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.click("#btn-submit");
    await desk.until("document.body.innerHTML === '' || !document.getElementById('myform')");
    const sent = new URLSearchParams(desk.asked.find(({ method }) => method === "POST")?.body);
    expect(sent.get("camera_image")).toBe(dataUri(jpeg));
    expect(desk.complaints).toEqual([]);
  });

  it("replaces a photo that was put before, and nothing else on the form", async () => {
    await desk.show("/anggota/create");
    await desk.page.fill("#Fullname", "Sari Contoh");
    expect(await desk.put(await photo(1))).toBe("in-form");
    const second = await photo(2);
    expect(await desk.put(second)).toBe("in-form");
    expect(await desk.page.evaluate(FIELD)).toBe(dataUri(second));
    expect(await desk.page.locator("#results > img").count()).toBe(1);
    expect(await desk.page.inputValue("#Fullname")).toBe("Sari Contoh");
  });

  it("ticks the camera of the edit form, tells the page's scripts, and is put into that form and no other", async () => {
    const jpeg = await photo(3);
    await desk.show("/anggota/edit/5");
    await desk.page.evaluate(
      "document.addEventListener('change', ({ target }) => { globalThis.ticked = target.id; })",
    );
    expect(await desk.put(jpeg)).toBe("in-form");
    expect(await desk.page.evaluate("ticked")).toBe("is_camera");
    expect(await desk.page.evaluate(FIELD)).toBe(dataUri(jpeg));
    expect(await desk.page.getAttribute("#frm #photo", "src")).toBe(dataUri(jpeg));
    expect(await desk.page.evaluate("document.querySelector('#modal_camera #camera_image').value")).toBe("");

    const warnings = async () => (await desk.seen()).warnings;
    expect(await warnings()).not.toContain("photo-ignored");
    await desk.page.click("#is_camera");
    expect(await warnings()).toContain("photo-ignored");
  });

  it("is refused where it is no JPEG, or larger than INLISLite would take", async () => {
    await desk.show("/anggota/create");
    expect(await desk.put(Buffer.from("\x89PNG\r\n\x1a\n"))).toBe("refused: bad-photo");
    const huge = new Uint8Array(3_000_001);
    huge.set([0xff, 0xd8, 0xff]);
    expect(await desk.put(huge)).toBe("refused: bad-photo");
    expect(await desk.page.evaluate(FIELD)).toBe("");
    expect((await desk.seen()).isDirty).toBe(false);
  });

  it("is refused by a form that the page has taken away in the meantime", async () => {
    await desk.show("/anggota/create");
    await desk.page.evaluate("globalThis.kept = driver.page; document.getElementById('myform').remove()");
    const put = `kept.photo.put(new Uint8Array([255, 216, 255]), new AbortController().signal).catch(({ failure }) => failure)`;
    expect(await desk.page.evaluate(put)).toBe("not-there");
  });

  it("is not put once the caller has given up", async () => {
    await desk.show("/anggota/create");
    await desk.page.evaluate("driver.giveUp()");
    expect(await desk.put(await photo(1))).toBe("AbortError");
    expect(await desk.page.evaluate(FIELD)).toBe("");
  });

  it("is stored at once on a tab of the edit page that has no form", async () => {
    desk.routes.set("/anggota/edit/5", edit33Tab);
    desk.routes.set("/api/anggota/capture_file", () => json({ status: 201 }, 201));
    await desk.show("/anggota/edit/5?slug=sumbangan");
    expect(await desk.put(await photo(1))).toBe("stored");
    const asked = desk.asked.find(({ path }) => path === "/api/anggota/capture_file");
    expect(new URLSearchParams(asked?.body).get("capture_id")).toBe("5");
  });
});
