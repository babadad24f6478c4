import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, describe, expect, it } from "vitest";
import type { CardContent } from "../../src/cards/print-job.ts";
import { digitalCard } from "../../src/cards/rendering/digital-card.ts";
import { readCodes } from "../../src/cards/rendering/verify.ts";
import { digitalSide } from "../../src/cards/templates/digital.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { MemberNo } from "../../src/kernel/types.ts";
import { dewi } from "./fake-printer.ts";
import { difference, pixelsOf } from "./pixels.ts";
import { portrait } from "./portrait.ts";

const never = new AbortController().signal;
const withPhoto: CardContent = { ...dewi, photo: await portrait() };
const numbered = (memberNo: string): CardContent => ({ ...withPhoto, memberNo: memberNo as MemberNo });
const folder = mkdtempSync(path.join(tmpdir(), "titian-digital-"));
afterAll(() => rmSync(folder, { recursive: true }));

const symbols = async (picture: Uint8Array) =>
  (await readCodes(picture)).map(({ text, symbology }) => `${symbology.slice(0, 2)} ${text}`).sort();
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => TitianError.from(error).code,
  );

/** The page as a phone shows it: 360 pixels wide, each of them three of the picture's. */
function rasterised(pdf: Uint8Array): Uint8Array {
  const file = path.join(folder, "card.pdf");
  writeFileSync(file, pdf);
  execFileSync("pdftoppm", [
    "-png",
    "-singlefile",
    "-scale-to-x",
    "1080",
    "-scale-to-y",
    "1920",
    file,
    `${file}.page`,
  ]);
  return readFileSync(`${file}.page.png`);
}

describe("the digital card", () => {
  it.each(["26110000412", "00017L2026", "3201014502980007"])(
    "carries %s twice, as a picture and as a page",
    async (memberNo) => {
      const { png, pdf } = await digitalCard(numbered(memberNo), never);
      const both = [`]C ${memberNo}`, `]Q ${memberNo}`];
      expect(await symbols(png)).toEqual(both);
      expect(await symbols(rasterised(pdf))).toEqual(both);
      const { width, height } = await pixelsOf(png);
      expect([width, height]).toEqual([1080, 1920]);
      const size = (await PDFDocument.load(pdf)).getPage(0).getSize();
      expect([size.width, size.height].map((points) => ((points / 72) * 25.4).toFixed(2))).toEqual([
        ...["45.72", "81.28"],
      ]);
    },
  );

  it("has bars and squares of at least two pixels of a phone that is 360 wide", async () => {
    const { png } = await digitalCard(withPhoto, never);
    const pixels = await pixelsOf(png);
    const runs = (y: number) =>
      Array.from({ length: 1080 }, (_, x) => (pixels.at(x, y)[0] < 128 ? "x" : " "))
        .join("")
        .match(/x+/g)!
        .map(({ length }) => length);
    expect(Math.min(...runs(1500))).toBeGreaterThanOrEqual(6);
    expect(Math.min(...runs(1100))).toBeGreaterThanOrEqual(6);
  });

  it("has the QR alone for a number whose bars would be too fine", async () => {
    const long = "90".repeat(25);
    expect(await symbols((await digitalCard(numbered(long), never)).png)).toEqual([`]Q ${long}`]);
  });

  it("masks sixteen digits in words and carries all of them in the codes", async () => {
    const [one, other] = await Promise.all(
      ["3201014502980007", "3201999999990007"].map(async (no) =>
        pixelsOf((await digitalCard(numbered(no), never)).png),
      ),
    );
    expect(difference(one!, other!)!.bottom).toBeLessThan(1626);
  });

  it("shows nothing of a person but name, photo, number, type and validity", () => {
    const bound = digitalSide(true).layers.flatMap((layer) =>
      layer.kind === "text"
        ? layer.content.flatMap((part) => (typeof part === "string" ? [] : [part.bind]))
        : [],
    );
    expect([...new Set(bound)].sort()).toEqual([
      ...["fullName", "libraryName", "memberNo", "memberType", "validUntil"],
    ]);
  });

  it("goes without a photo, and refuses one that is none, a number no code can carry, and a caller who has left", async () => {
    expect(await symbols((await digitalCard(dewi, never)).png)).toHaveLength(2);
    expect(await codeOf(digitalCard({ ...dewi, photo: Buffer.from("x") }, never))).toBe("PHOTO_NOT_AN_IMAGE");
    expect(await codeOf(digitalCard(numbered("2611é"), never))).toBe("MEMBER_NO_UNPRINTABLE");
    await expect(digitalCard(withPhoto, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});
