import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { encodeBmp } from "../../../drivers/printer-evolis/bitmap.ts";
import { designsByName, withoutAssets } from "../../../src/cards/design.ts";
import { CanvasCardRenderer } from "../../../src/cards/rendering/card-renderer.ts";
import { readBarcode } from "../../../src/cards/rendering/verify.ts";
import { TEMPLATES } from "../../../src/cards/templates/installed.ts";
import { dewi } from "../../cards/fake-printer.ts";
import { portrait } from "../../cards/portrait.ts";
import { testCard, twoSidedCard } from "../../contract/card-printer.contract.ts";
import { never } from "../../contract/make-device.ts";
import { begin, evolis, openedEvolis, outcome } from "./opened-printer.ts";

const real = { timeout: 40_000 };
const refused = (reason: string) => ({ code: "PRINTER_REFUSED", details: { reason } });

async function pixelsOf(picture: Uint8Array): Promise<Buffer> {
  const image = await loadImage(Buffer.from(picture));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return Buffer.from(context.getImageData(0, 0, image.width, image.height).data);
}

describe("the bitmap that goes to the service", () => {
  it("is what a Windows bitmap must be, byte for byte: bottom row first, blue first, rows filled up", () => {
    const data = Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 20, 30, 0);
    const bmp = encodeBmp({ width: 1, height: 4, data });
    expect(bmp.length).toBe(54 + 4 * 4);
    expect(bmp.subarray(54).toString("hex")).toBe("ffffff00" + "09080700" + "06050400" + "03020100");
    expect(bmp.subarray(0, 54).toString("hex")).toBe(
      ["424d", "46000000", "00000000", "36000000", "28000000", "01000000", "04000000", "0100", "1800"].join(
        "",
      ) + ["00000000", "10000000", "232e0000", "232e0000", "00000000", "00000000"].join(""),
    );
  });

  it("holds every pixel of the card: another library reads the same picture and the same member number from it", async () => {
    const { device, printer } = await openedEvolis();
    const card = await new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets))).render(
      "lengkung",
      { ...dewi, photo: await portrait() },
      never,
    );
    expect(
      await begin(device, { png: card.front.headPng, pdf: card.pdf, jobName: crypto.randomUUID() }).ended,
    ).toBeUndefined();
    const [bmp] = printer.tray;
    expect(bmp!.length).toBe(54 + 3_048 * 648);
    const decoded = await loadImage(bmp!);
    const canvas = createCanvas(decoded.width, decoded.height);
    canvas.getContext("2d").drawImage(decoded, 0, 0);
    expect([decoded.width, decoded.height]).toEqual([1016, 648]);
    expect((await readBarcode(await canvas.encode("png")))?.text).toBe(dewi.memberNo);
    expect(Buffer.compare(await pixelsOf(bmp!), await pixelsOf(card.front.png))).toBe(0);
  });

  it("is the card's own PNG where that is asked for", async () => {
    const { device, printer } = await openedEvolis({ picture: "png" });
    const card = testCard();
    await begin(device, card).ended;
    expect(Buffer.compare(printer.tray[0]!, card.png)).toBe(0);
  });
});

describe("the back of a card on an Evolis printer", () => {
  const sides = { picture: "png", overlay: "FULLVARNISH", isTurned: true };

  it("is printed in colour, with black from the resin panel, where the printer turns cards over", async () => {
    const { device, printer } = await openedEvolis({ ...sides, duplex: "DUPLEX_CC" });
    expect(device.capabilities).toContain("card-printer.duplex");
    const card = twoSidedCard();
    expect(await begin(device, card).ended).toBeUndefined();
    expect(Buffer.compare(printer.tray[0]!, card.png)).toBe(0);
    expect(Buffer.compare(printer.backs[0]!, card.backPng)).toBe(0);
    expect(Object.fromEntries(printer.settings)).toMatchObject({
      ...{ GDuplexMode: "DUPLEX_CC", FPageRotate180: "ON", BPageRotate180: "ON" },
      ...{ BBlackManagement: "TEXTINBLACK", BOverlayManagement: "FULLVARNISH" },
    });
  });

  it("is not, and nothing of it is set up, for a card with one side", async () => {
    const { device, printer } = await openedEvolis({ ...sides, duplex: "DUPLEX_CC" });
    expect(await begin(device).ended).toBeUndefined();
    expect(printer.settings.get("GDuplexMode")).toBe("SIMPLEX");
    expect([...printer.settings.keys()].filter((key) => key.startsWith("B"))).toEqual([]);
    expect(printer.backs).toEqual([undefined]);
  });

  it("stays away from a printer that nobody has said of that it turns cards over", async () => {
    const { device, printer } = await openedEvolis(sides);
    expect(device.mayOffer("card-printer.duplex")).toBe(false);
    expect(await begin(device, twoSidedCard()).ended).toBeUndefined();
    expect(printer.backs).toEqual([undefined]);
  });
});

describe("a card on an Evolis printer", () => {
  const settingsAfter = async (options: Record<string, unknown>, ribbon = "YMCKO\0") => {
    const { device, printer } = await openedEvolis(options);
    printer.answers.set("Rr", ribbon);
    expect(await begin(device).ended).toBeUndefined();
    return Object.fromEntries(printer.settings);
  };
  const always = {
    GDuplexMode: "SIMPLEX",
    GInputTray: "FEEDER",
    Resolution: "DPI300",
    FBlackManagement: "TEXTINBLACK",
  };

  it("is set up for one side at 300 dpi with black from the resin panel, by the ribbon that the printer names", async () => {
    const overlay = { GRibbonType: "RC_YMCKO", FOverlayManagement: "FULLVARNISH" };
    expect(await settingsAfter({})).toEqual({ ...always, ...overlay });
    const bare = { GRibbonType: "RM_KBLACK", FOverlayManagement: "NOVARNISH" };
    expect(await settingsAfter({}, "RM_KBLACK")).toEqual({ ...always, ...bare });
  });

  it("leaves to the service what nobody knows, and takes what the technician sets", async () => {
    expect(await settingsAfter({}, "R5F008S14")).toEqual(always);
    expect(
      await settingsAfter({ ribbon: "RM_KO", overlay: "NOVARNISH", inputTray: "MANUAL", isTurned: true }),
    ).toEqual({
      ...always,
      ...{
        GRibbonType: "RM_KO",
        FOverlayManagement: "NOVARNISH",
        GInputTray: "MANUAL",
        FPageRotate180: "ON",
      },
    });
  });

  it.each([
    ["cover-open", "cover-open"],
    ["feeder-empty", "cards-empty"],
    ["hopper-full", "output-full"],
    ["unknown-error", "needs-attention"],
    ["offline", "not-connected"],
  ] as const)("is refused under %s before a session is begun", async (state, reason) => {
    const { device, printer } = await openedEvolis({ watchMs: 60_000 });
    printer.be(state);
    expect(await begin(device).ended).toMatchObject(refused(reason));
    expect(printer.calls.some(({ method }) => method === "PRINT.Begin")).toBe(false);
  });

  it("is refused while another is in print, ours or not", async () => {
    const { device, printer, make } = await openedEvolis();
    const other = await make();
    const first = begin(device);
    await first.reference;
    await other.open(never);
    expect(await begin(device).ended).toMatchObject(refused("busy"));
    expect(await begin(other).ended).toMatchObject(refused("busy"));
    expect(await first.ended).toBeUndefined();
    expect(printer.tray).toHaveLength(1);
  });

  it("is refused when its picture is not a card's size, or no picture", async () => {
    const { device, printer } = await openedEvolis();
    const small = createCanvas(1012, 638).toBuffer("image/png");
    expect(await begin(device, { ...testCard(), png: small }).ended).toMatchObject(refused("format"));
    const torn = testCard().png.subarray(0, 200);
    expect(await begin(device, { ...testCard(), png: torn }).ended).toMatchObject(refused("format"));
    expect(printer.openSessions).toBe(0);
  });

  it.each(["PRINT.Begin", "PRINT.Set", "PRINT.SetBitmap"])(
    "is refused when the service will not do %s, and leaves no session",
    async (method) => {
      const { device, printer, service } = await openedEvolis();
      service.misbehave("error", method);
      expect(await begin(device).ended).toMatchObject(refused("not-accepting"));
      service.behave();
      expect(printer.openSessions).toBe(0);
      expect(await begin(device).ended).toBeUndefined();
    },
  );

  it.each([
    ["error", "PRINTER_ABORTED"],
    ["half", "DEVICE_BAD_ANSWER"],
    ["reset", "DEVICE_NOT_CONNECTED"],
    ["wrong-id", "DEVICE_BAD_ANSWER"],
  ] as const)(
    "whose PRINT.Print is answered with %s ends with %s, not with a claim about ink",
    async (fault, code) => {
      const { device, printer, service } = await openedEvolis();
      service.misbehave(fault, "PRINT.Print");
      expect(await begin(device).ended).toMatchObject({ code });
      expect(printer.openSessions).toBe(0);
    },
  );

  it("whose PRINT.Print is never answered is seen to be printed, and yet not believed in", async () => {
    const { device, printer, service } = await openedEvolis({ jobWithinMs: 600 });
    service.misbehave("silent", "PRINT.Print");
    const { ended, reference } = begin(device);
    expect(await ended).toMatchObject({ code: "PRINTER_STUCK" });
    expect(printer.openSessions).toBe(0);
    expect(await outcome(device, await reference)).toBe("vanished");
  });

  it("may be answered at once or with the card in the tray: it is told of before it is out either way", async () => {
    const { device, printer } = await openedEvolis();
    printer.blockPrint();
    const { ended, reference } = begin(device);
    await reference;
    expect(printer.tray).toHaveLength(0);
    expect(await ended).toBeUndefined();
    expect(printer.tray).toHaveLength(1);
  });

  it("that the service took and the printer never began is vanished, not printed", async () => {
    const { device, printer } = await openedEvolis({ startWithinMs: 150 });
    printer.loseNext();
    const { ended, reference } = begin(device);
    expect(await ended).toMatchObject({ code: "PRINTER_JOB_VANISHED" });
    expect(await outcome(device, await reference)).toBe("vanished");
    expect(printer.openSessions).toBe(0);
  });

  it("is out although it was the last one in the feeder", async () => {
    const { device, printer } = await openedEvolis();
    const { ended, reference } = begin(device);
    await reference;
    printer.be("feeder-empty");
    expect(await ended).toBeUndefined();
    await expect.poll(() => device.health.reasons, real).toEqual(["cards-empty"]);
  });

  it("on a printer that the service cannot watch stays open until its budget is over, and is never called printed", async () => {
    const { device, printer } = await openedEvolis({ supervise: false, jobWithinMs: 500 });
    printer.be("unsupervised");
    expect(await begin(device).ended).toMatchObject({ code: "PRINTER_STUCK" });
  });

  it("is lost with the printer's cable, also where the service is well", async () => {
    const { device, printer } = await openedEvolis();
    const { ended, reference } = begin(device);
    await reference;
    printer.be("offline");
    expect(await ended).toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    expect(device.health.reasons).toEqual(["not-connected"]);
  });

  it("survives a service that is away for a moment", async () => {
    const { device, printer, service } = await openedEvolis({ lostAfterMs: 5_000 });
    printer.printMs = 2_000;
    const { ended, reference } = begin(device);
    await reference;
    service.misbehave("reset");
    await expect.poll(() => device.presentReasons, real).toEqual(["not-responding"]);
    service.behave();
    expect(await ended).toBeUndefined();
    expect(printer.tray).toHaveLength(1);
  });

  it("ends with a code when the device is closed over it, and is unknown afterwards", async () => {
    const { device, make, printer } = await openedEvolis();
    const { ended, reference } = begin(device);
    const given = await reference;
    await device.close();
    expect(await ended).toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect.poll(() => printer.tray.length, real).toBe(1);
    expect(await outcome(await make(), given)).toBe("vanished");
  });

  it("is not begun for a device that is away", async () => {
    const { device } = await evolis();
    expect(await begin(device).ended).toMatchObject(refused("not-connected"));
  });
});
