import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildScript } from "../../../web/build-client.ts";
import { type Box, overlapping } from "../../../web/photo/face/boxes.ts";
import { listen } from "../../bridge/server/listening-server.ts";
import { complaintsOf, launchChromium } from "../../harness/chromium.ts";
import { type DrawnPicture, drawnPictures } from "./drawn-faces.ts";

/** Every picture twice, once by a slow backend, on a machine that does other things too. */
const PATIENCE_MS = 180_000;
const PACKAGE = new URL("../../../node_modules/@vladmandic/face-api/", import.meta.url);

let browser: Browser;
let pictures: readonly DrawnPicture[];
beforeAll(async () => {
  browser = await launchChromium();
  pictures = await drawnPictures();
});
afterAll(() => browser?.close());

/** The daemon's own page and policy, with the script beside it. */
async function daemonPage(): Promise<AsyncDisposable & { readonly page: Page; readonly address: string }> {
  const webRoot = mkdtempSync(path.join(os.tmpdir(), "titian-face-"));
  writeFileSync(
    path.join(webRoot, "index.html"),
    "<!doctype html><title>Titian</title><link rel=icon href=data:>",
  );
  await buildScript("titian-face.js", path.join(webRoot, "titian-face.js"));
  const desk = await listen({ webRoot });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(desk.server.address);
  return {
    page,
    address: `${desk.server.address}/titian-face.js`,
    async [Symbol.asyncDispose]() {
      await page.close();
      await desk[Symbol.asyncDispose]();
    },
  };
}

interface Looked {
  readonly boxes: readonly Box[];
  readonly tookMs: number;
  /** The longest that the page could not answer. */
  readonly stuckMs: number;
}

/** In the page: loads the script as the FaceFinder does, and watches how long the page cannot answer. */
const LOOK = `async (from, base64) => {
  const script = document.createElement("script");
  script.src = from;
  const ready = new Promise((resolve) => {
    script.addEventListener("titian-face-ready", ({ detail }) => resolve(detail));
  });
  document.head.append(script);
  const findFaces = await ready;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  let [last, stuckMs] = [performance.now(), 0];
  const beat = setInterval(() => {
    stuckMs = Math.max(stuckMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const startMs = performance.now();
  const boxes = await findFaces(bitmap);
  clearInterval(beat);
  return { boxes, tookMs: performance.now() - startMs, stuckMs };
}`;

/** What the model's own library says, computed on its slowest and most exact backend. */
const THEIRS = `async (base64) => {
  await faceapi.tf.setBackend("cpu");
  await faceapi.nets.tinyFaceDetector.loadFromUri("/model");
  const image = await faceapi.fetchImage("data:image/jpeg;base64," + base64);
  const found = await faceapi.detectAllFaces(image, new faceapi.TinyFaceDetectorOptions({ inputSize: 416 }));
  return found.map(({ relativeBox: { x, y, width, height } }) => ({ x, y, width, height }));
}`;

const base64Of = ({ jpeg }: DrawnPicture): string => Buffer.from(jpeg).toString("base64");
const look = (page: Page, address: string, picture: DrawnPicture): Promise<Looked> =>
  page.evaluate(`(${LOOK})(${JSON.stringify(address)}, "${base64Of(picture)}")`);

it(
  "finds the drawn faces under the daemon's own content policy, and leaves no name in the page",
  async () => {
    await using desk = await daemonPage();
    const complaints = complaintsOf(desk.page);
    const before = await desk.page.evaluate(() => Object.keys(globalThis).length);
    for (const picture of pictures) {
      const { boxes, tookMs, stuckMs } = await look(desk.page, desk.address, picture);
      expect(boxes, picture.name).toHaveLength(picture.faces.length);
      if (process.env["TITIAN_FIGURES"])
        process.stdout.write(`${picture.name}: ${Math.round(tookMs)} ms, stuck ${Math.round(stuckMs)} ms\n`);
    }
    expect(await desk.page.evaluate(() => Object.keys(globalThis).length)).toBe(before);
    expect(complaints).toEqual([]);
  },
  PATIENCE_MS,
);

it(
  "finds what the model's own library finds",
  async () => {
    const page = await browser.newPage();
    await page.route("http://model.sim/**", (route) => {
      const { pathname } = new URL(route.request().url());
      return pathname === "/"
        ? route.fulfill({ contentType: "text/html", body: "<!doctype html>" })
        : route.fulfill({ body: readFileSync(new URL(`.${pathname}`, PACKAGE)) });
    });
    await page.goto("http://model.sim/");
    await page.addScriptTag({ url: "http://model.sim/dist/face-api.js" });
    await using desk = await daemonPage();
    for (const picture of pictures) {
      const theirs = await page.evaluate<Box[]>(`(${THEIRS})("${base64Of(picture)}")`);
      const { boxes } = await look(desk.page, desk.address, picture);
      expect(boxes, picture.name).toHaveLength(theirs.length);
      for (const box of theirs)
        expect(Math.max(...boxes.map((own) => overlapping(own, box))), picture.name).toBeGreaterThan(0.9);
    }
    await page.close();
  },
  PATIENCE_MS,
);
