import { describe, expect, it } from "vitest";
import { update32 } from "./doms-32.ts";
import { edit33 } from "./doms-33.ts";
import { eachTestOpens } from "./each-test-opens.ts";
import { PATIENCE_MS, type PagesDesk } from "./pages-browser.ts";

const IS_LIVE =
  "document.querySelector('#video, #inlis_camera').srcObject?.getTracks().some(({ readyState }) => readyState === 'live')";
const FIELD = "document.querySelector('#frm #camera_image').value";

/** Every stream that the page was ever given. */
const COUNT_STREAMS = `globalThis.streams = [];
const given = MediaDevices.prototype.getUserMedia;
MediaDevices.prototype.getUserMedia = async function (wanted) {
  if (globalThis.isLate) await new Promise((arrive) => { globalThis.arrive = arrive; });
  const stream = await given.call(this, wanted);
  streams.push(stream);
  return stream;
};`;
const LIVE_STREAMS = "streams.filter((stream) => stream.active).length";

describe("the page's own hold of the webcam", { timeout: 4 * PATIENCE_MS }, () => {
  let desk: PagesDesk;
  eachTestOpens(async (opened) => {
    desk = opened;
    await desk.page.addInitScript(COUNT_STREAMS);
    desk.routes.set("/anggota/edit/5", edit33());
    desk.routes.set("/inlislite3/backend/member/member/update", update32());
  });

  it("is left alone until Titian asks, and is then let go", async () => {
    await desk.show("/anggota/edit/5");
    await desk.until(`${IS_LIVE} && document.querySelector('#frm #video').readyState >= 2`);
    await desk.page.evaluate("driver.release()");
    expect(await desk.page.evaluate(LIVE_STREAMS)).toBe(0);
    expect(desk.complaints).toEqual([]);
  });

  it("is let go also when it arrives later, without a complaint in the page's scripts", async () => {
    await desk.page.addInitScript("globalThis.isLate = true;");
    await desk.show("/anggota/edit/5");
    await desk.page.evaluate("driver.release()");
    await desk.until("globalThis.arrive");
    await desk.page.evaluate("arrive()");
    await desk.until(`streams.length === 1 && ${LIVE_STREAMS} === 0`);
    expect(desk.complaints).toEqual([]);
  });

  it("is given back to whoever ticks the camera: Capture works as ever", async () => {
    await desk.show("/anggota/edit/5");
    await desk.until(IS_LIVE);
    await desk.page.evaluate("driver.release()");
    await desk.page.click("#is_camera");
    await desk.until(`${IS_LIVE} && document.querySelector('#frm #video').readyState >= 2`);
    await desk.page.click("#startbutton");
    expect(await desk.page.evaluate(FIELD)).toMatch(/^data:image\/png/);
    // Taking the tick away again asks for no camera.
    await desk.page.evaluate("driver.release()");
    await desk.page.click("#is_camera");
    expect(await desk.page.evaluate(LIVE_STREAMS)).toBe(0);
  });

  it("is given back at the first Capture, which takes no black picture over a photo", async () => {
    await desk.show("/anggota/edit/5");
    await desk.until(IS_LIVE);
    await desk.page.evaluate("driver.release()");
    await desk.put(Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    expect(await desk.page.evaluate(LIVE_STREAMS)).toBe(0);
    await desk.page.click("#startbutton");
    expect(await desk.page.evaluate(FIELD)).toMatch(/^data:image\/jpeg/);
    await desk.until(`${IS_LIVE} && document.querySelector('#frm #video').readyState >= 2`);
    await desk.page.click("#startbutton");
    expect(await desk.page.evaluate(FIELD)).toMatch(/^data:image\/png/);
  });

  it("of 3.2 is given back by the page's own Ulangi Foto, so that its own account stays right", async () => {
    await desk.show("/inlislite3/backend/member/member/update?id=5");
    await desk.until(IS_LIVE);
    await desk.page.evaluate("driver.release()");
    expect(await desk.page.evaluate(LIVE_STREAMS)).toBe(0);
    await desk.page.click("#pre_take_buttons button");
    await desk.until(IS_LIVE);
    expect(await desk.page.evaluate("pictures")).toBe(0);
    await desk.page.click("#pre_take_buttons button");
    expect(await desk.page.evaluate(`[pictures, ${LIVE_STREAMS}]`)).toEqual([1, 0]);
  });

  it("is nobody's business any more once the page is left", async () => {
    await desk.page.addInitScript("globalThis.isLate = true;");
    await desk.show("/anggota/edit/5");
    await desk.page.evaluate("driver.release()");
    await desk.page.evaluate("driver.stop()");
    await desk.until("globalThis.arrive");
    await desk.page.evaluate("arrive()");
    await desk.until(IS_LIVE);
  });
});
