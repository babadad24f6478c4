import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../../src/bridge/protocol/design-shapes.ts";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { portrait } from "../cards/portrait.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { heicFile } from "../web/awkward-files.ts";

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const NAMES = [
  ["Javanese", "ꦱꦼꦏꦂ ꦗꦒꦢ꧀"],
  ["Balinese", "ᬫᬤᬾ ᬲᬸᬢ"],
  ["Arabic", "محمد حسن"],
  ["emoji", "Dewi 😀 Lestari"],
] as const;

/** What goes wrong with one card, over the real socket, up to the tray of the printer. */
describe("a card that cannot be what it should", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  let next = 0;

  beforeAll(async () => {
    desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    clerk = new Clerk(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const someNumber = async (): Promise<string> => (await clerk.someMember(next++)).memberNo;

  /** As staff do it on INLISLite's own page. */
  function rename(memberNo: string, fullName: string): void {
    const db = new DatabaseSync(path.join(desk.folder, "inlislite-demo.db"));
    db.prepare("UPDATE members SET Fullname = ? WHERE MemberNo = ?").run(fullName, memberNo);
    db.close();
  }
  async function keep(bytes: Uint8Array) {
    let view = await clerk.open(await someNumber());
    while (view.work !== "photo") view = await clerk.done(view);
    const photo = clerk.client.upload(bytes);
    return clerk.client.call("photo.keep", { case: view.case, photo, source: "file", crop: WHOLE });
  }

  it.each(NAMES)(
    "with a name in %s is not printed with boxes: it is refused before ink, and says what to do",
    async (_, fullName) => {
      const memberNo = await someNumber();
      rename(memberNo, fullName);
      const view = await clerk.upToPrint(memberNo);
      await expect(clerk.client.call("card.preview", { case: view.case })).rejects.toMatchObject({
        code: "NAME_UNPRINTABLE",
        text: expect.stringContaining("huruf Latin"),
      });
      const before = clerk.cardsInTray;
      const { job } = await clerk.print(view);
      const after = await clerk.untilJob(view.case, job.job, "failed");
      expect(after.jobs[0]).toMatchObject({ failure: "NAME_UNPRINTABLE", mayHaveInk: false });
      expect(clerk.cardsInTray).toBe(before);

      rename(memberNo, "Sekar Jagad");
      await clerk.printed(await clerk.client.call("case.get", { case: view.case }));
      expect(await clerk.cardInTray()).toBe(memberNo);
    },
  );

  it("has a photo of one pixel by one, and its barcode reads all the same", async () => {
    let view = await keep(await portrait(1, 1));
    while (view.work !== "print") view = await clerk.done(view);
    const printed = await clerk.printed(view);
    expect(await clerk.cardInTray()).toBe(printed.member?.memberNo);
  });

  it.each([
    [
      "an SVG with a script",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
      "PHOTO_NOT_AN_IMAGE",
    ],
    [
      "an SVG that links to another machine",
      Buffer.from(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><image x:href='http://127.0.0.1:9/x.png'/></svg>",
      ),
      "PHOTO_NOT_AN_IMAGE",
    ],
    ["an iPhone's HEIC", heicFile.buffer, "PHOTO_HEIC"],
  ] as const)("gets no photo from %s", async (_, bytes, code) => {
    await expect(keep(bytes)).rejects.toMatchObject({ code, text: expect.stringMatching(/JPEG/) });
  });

  it("has a number that Code 39 cannot carry, and is refused where the design prints Code 39", async () => {
    const { template } = await clerk.client.call("design.get", { name: "lengkung" });
    const front = {
      layers: template.front.layers.map((layer) =>
        layer.kind === "barcode" ? { ...layer, symbology: "code39" as const } : layer,
      ),
    };
    const draft: Draft = {
      template: { ...template, name: "kode-39", title: "Kode 39", front },
      pictures: [],
      basedOn: { name: "lengkung" },
    };
    await clerk.client.call("design.save", { draft, expects: null });
    const member = await clerk.member(ODD_NUMBERS.wildcards);
    const { memberId, memberNo } = member;
    const asked = { name: "kode-39", member: { memberId, memberNo } };
    await expect(clerk.client.call("design.preview", asked)).rejects.toMatchObject({
      code: "MEMBER_NO_UNPRINTABLE",
      text: expect.stringMatching(/[A-Za-z]/),
    });
  });
});
