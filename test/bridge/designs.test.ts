import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/bridge/protocol/commands.ts";
import { DESIGN_COMMANDS } from "../../src/bridge/protocol/design-commands.ts";
import type { DesignsView, Draft, Template } from "../../src/bridge/protocol/design-shapes.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const PICTURE = createCanvas(1004, 638);
PICTURE.getContext("2d").fillStyle = "#f3e9d2";
PICTURE.getContext("2d").fillRect(0, 0, 1004, 638);
const background = await PICTURE.encode("png");
const BACKGROUND: Template["front"]["layers"][number] = {
  ...{ kind: "image", asset: "latar", box: { x: -1, y: -1, width: 87.6, height: 55.98 }, fit: "cover" },
};
const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(1, 4)).toString() === "PNG";

/** Over the real socket, as the console's designer does it. */
describe("designs of a library's own", () => {
  let desk: TestBridge;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const frame = (id: string): Promise<Uint8Array> => desk.client.frame(id);
  const listed = async (name: string) =>
    (await call("designs.list", {})).designs.find((design) => design.name === name);

  /** An installed one's front, copied under another name with a background of the library's own. */
  async function copy(name = "pelajar"): Promise<Draft> {
    const { template } = await call("design.get", { name: "lengkung" });
    const layers = [BACKGROUND, ...template.front.layers.filter(({ kind }) => kind !== "rect")];
    const { back: _, ...oneSided } = template;
    const copied: Template = { ...oneSided, name, title: "Kartu Pelajar", front: { layers } };
    return { template: copied, pictures: [{ name: "latar", frame: desk.client.upload(background) }] };
  }
  const saved = async (name?: string) => call("design.save", { draft: await copy(name), expects: null });

  beforeEach(async () => {
    desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  it("are the console's alone", () => {
    for (const name of Object.keys(DESIGN_COMMANDS) as (keyof typeof DESIGN_COMMANDS)[])
      expect(COMMANDS[name]).toMatchObject({ consoleOnly: true });
  });

  it("begin as drafts, and every page of the console hears of it", async () => {
    const heard: DesignsView[] = [];
    desk.client.on("designs.changed", (view) => heard.push(view));
    await call("events.resume", { cursor: null });
    expect(await saved()).toMatchObject({ state: "draft", version: 1, isApproved: false, source: "library" });
    await expect.poll(() => heard.at(-1)?.designs.map(({ name }) => name)).toContain("pelajar");
    const { pictures, versions } = await call("design.get", { name: "pelajar" });
    expect(pictures).toEqual([{ name: "latar", bytes: background.length, widthPx: 1004, heightPx: 638 }]);
    expect(versions).toMatchObject([{ version: 1, isApproved: false }]);
    const { picture } = await call("design.picture", { name: "pelajar", picture: "latar" });
    expect(Buffer.compare(await frame(picture), background)).toBe(0);
  });

  it("are on the next card as soon as they are approved and chosen, without a restart", async () => {
    const clerk = new Clerk(desk);
    const view = await clerk.upToPrint((await clerk.someMember()).memberNo);
    const before = await frame((await call("card.preview", { case: view.case })).card);
    await saved();
    const choices = { default: "pelajar", rules: [] };
    await expect(call("design.choose", { choices })).rejects.toEqual(refusal("DESIGN_NOT_APPROVED"));
    expect(await call("design.approve", { name: "pelajar", version: 1 })).toMatchObject({
      state: "approved",
    });
    await call("design.choose", { choices });
    const after = await frame((await call("card.preview", { case: view.case })).card);
    expect(hash(after)).not.toBe(hash(before));

    const printed = await clerk.printed(view);
    expect(await clerk.cardInTray()).toBe(printed.member?.memberNo);
    const job = desk.bridge.store.jobs.byCase(view.case as never).at(-1);
    expect(job).toMatchObject({ template: "pelajar", templateVersion: 1 });
    await expect(call("design.withdraw", { name: "pelajar" })).rejects.toEqual(refusal("DESIGN_IN_USE"));
  });

  it("are printed in the version that a card was accepted with, whatever is approved while it waits", async () => {
    const clerk = new Clerk(desk);
    await saved();
    await call("design.approve", { name: "pelajar", version: 1 });
    await call("design.choose", { choices: { default: "pelajar", rules: [] } });
    await call("queue.pause", { printer: PRINTER });
    const view = await clerk.upToPrint((await clerk.someMember()).memberNo);
    const { job } = await clerk.print(view);
    const draft = await copy();
    await call("design.save", {
      draft: { ...draft, template: { ...draft.template, title: "Baru" } },
      expects: 1,
    });
    await call("design.approve", { name: "pelajar", version: 2 });
    await call("queue.resume", { printer: PRINTER });
    await clerk.untilJob(view.case, job.job, "reported");
    const next = await clerk.upToPrint((await clerk.someMember(1)).memberNo);
    await clerk.printed(next);
    const jobs = [view, next].map((one) => desk.bridge.store.jobs.byCase(one.case as never).at(-1));
    expect(jobs.map((one) => one?.templateVersion)).toEqual([1, 2]);
  });

  it("are chosen and approved still after a restart; one whose file was changed says so", async () => {
    await saved();
    await call("design.approve", { name: "pelajar", version: 1 });
    await call("design.choose", { choices: { default: "pelajar", rules: [] } });
    const { file } = await call("design.export", { name: "pelajar" });
    const exported = await frame(file);
    await desk.stop();
    const folder = path.join(desk.folder, "designs");
    const [stored] = readdirSync(folder).map((name) => path.join(folder, name));
    expect(Buffer.compare(readFileSync(stored ?? ""), exported)).toBe(0);
    writeFileSync(stored ?? "", "{}");

    desk = await startBridge({ folder: desk.folder });
    await desk.bridge.supervisor.firstAttempts();
    expect(await listed("pelajar")).toMatchObject({ isDefault: true, isApproved: true, trouble: "damaged" });
    const clerk = new Clerk(desk);
    const view = await clerk.upToPrint((await clerk.someMember()).memberNo);
    await expect(clerk.print(view)).rejects.toEqual(refusal("DESIGN_FILE_DAMAGED"));

    const { design } = await call("design.import", { file: desk.client.upload(exported) });
    expect(design).toMatchObject({ name: "pelajar", version: 1, trouble: null });
    await clerk.printed(view);
  });

  it("show themselves on invented members, on a real one, and before they are saved", async () => {
    const draft = await copy();
    const seen = new Set<string>();
    for (const sample of ["short", "worst", "long-number", "dark"] as const) {
      const { card, widthPx, heightPx, pxPerMm } = await call("design.preview", { draft, sample });
      expect([widthPx, heightPx, Math.round(pxPerMm * 25.4)]).toEqual([1016, 648, 300]);
      const png = await frame(card);
      expect(isPng(png)).toBe(true);
      seen.add(hash(png));
    }
    const { memberId, memberNo } = await new Clerk(desk).someMember();
    const { card } = await call("design.preview", { draft, member: { memberId, memberNo } });
    seen.add(hash(await frame(card)));
    expect(seen.size).toBe(5);
    await expect(call("design.preview", { draft, side: "back" })).rejects.toEqual(refusal("BAD_REQUEST"));
    await expect(call("design.preview", {})).rejects.toEqual(refusal("BAD_REQUEST"));
    expect(await listed("pelajar")).toBeUndefined();
  });

  it("keep their pictures from the version that they are based on", async () => {
    await saved();
    const { template } = await call("design.get", { name: "pelajar" });
    const draft = { template: { ...template, title: "Dua" }, pictures: [], basedOn: { name: "pelajar" } };
    expect(await call("design.save", { draft, expects: 1 })).toMatchObject({ version: 2, title: "Dua" });
    expect((await call("design.get", { name: "pelajar" })).pictures).toHaveLength(1);
    await expect(call("design.save", { draft: { ...draft, template }, expects: 1 })).rejects.toEqual(
      refusal("DESIGN_CHANGED"),
    );
  });

  it("are refused where the print check refuses, and the check says what and where", async () => {
    const draft = await copy();
    const [first, ...rest] = draft.template.front.layers;
    const stained = [
      first!,
      ...rest,
      { kind: "rect" as const, box: { x: 40, y: 36, width: 9, height: 9 }, fill: "#000000" },
    ];
    const bad = { ...draft, template: { ...draft.template, front: { layers: stained } } };
    const { findings } = await call("design.check", { draft: bad });
    expect(findings.filter(({ severity }) => severity === "refuse")).toContainEqual(
      expect.objectContaining({
        flaw: "code-covered",
        side: "front",
        box: expect.objectContaining({ x: 31 }),
      }),
    );
    await call("design.save", { draft: bad, expects: null });
    await expect(call("design.approve", { name: "pelajar", version: 1 })).rejects.toEqual(
      refusal("DESIGN_NOT_PRINTABLE"),
    );
  });

  it.each([
    ["a layer that is none", { layers: [{ kind: "hologram" }] }, "DESIGN_INVALID"],
    ["a font of another program", { layers: [{ kind: "text", fontFamily: "Arial" }] }, "DESIGN_FONT_REFUSED"],
    ["Code 93", { layers: [{ kind: "barcode", symbology: "code93" }] }, "DESIGN_CODE_REFUSED"],
  ])("are not saved with %s", async (_, front, code) => {
    const draft = await copy();
    const bad = { ...draft, template: { ...draft.template, front } as unknown as Template };
    await expect(call("design.save", { draft: bad, expects: null })).rejects.toEqual(refusal(code));
  });

  it("come in under a free name, and a file that is no design changes nothing", async () => {
    await saved();
    const { file, fileName } = await call("design.export", { name: "pelajar" });
    expect(fileName).toBe("pelajar-v1.titian-card.json");
    const { design } = await call("design.import", { file: desk.client.upload(await frame(file)) });
    expect(design).toMatchObject({ name: "pelajar-2", state: "draft", trouble: null });
    await expect(call("design.import", { file: desk.client.upload(background) })).rejects.toEqual(
      refusal("DESIGN_UNREADABLE"),
    );
    expect(
      (await call("designs.list", {})).designs.filter(({ source }) => source === "library"),
    ).toHaveLength(2);
  });

  it("print one test card for a key, whether approved or not, and no job of anybody", async () => {
    await saved();
    const clerk = new Clerk(desk);
    const request = { name: "pelajar", printer: PRINTER, requestKey: crypto.randomUUID() };
    await Promise.all([call("design.printTest", request), call("design.printTest", request)]);
    expect(clerk.cardsInTray).toBe(1);
    expect(await clerk.cardInTray()).toBe("CONTOH-0001");
    expect(desk.bridge.store.jobs.unfinished()).toEqual([]);
  });
});

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
