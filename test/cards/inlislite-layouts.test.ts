import { describe, expect, it } from "vitest";
import type { Box } from "../../src/cards/geometry.ts";
import type { BindingName, Layer, Template } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";

/**
 * Where INLISLite's own pages put things, as read in its sources: pixels of a card 1004 × 618 (layout 4: 618 × 1004). 3.2: the
 * page descriptions `kartuAnggotaAll*.xml` of its card-size road; 3.3: the style sheet of `pdf1.php`. Where a page lets text
 * flow, the middle is worked out from its margins and font sizes. docs/decisions/0017 says what is left out and why.
 */
const READ = {
  "inlislite-1": {
    photo: [840, 373],
    fullName: [300, 428],
    memberType: [840, 51],
    code: [300, 500],
  },
  "inlislite-2": { photo: [152, 326], memberNo: [728, 222], code: [500, 500] },
  "inlislite-3": { memberType: [164, 340], fullName: [671, 226], code: [640, 470] },
  "inlislite-4": { photo: [328, 443], fullName: [309, 617], memberNo: [309, 655], code: [309, 900] },
  "inlislite-33": {
    photo: [803, 403],
    libraryName: [368, 84],
    fullName: [301, 191],
    memberType: [803, 97],
    memberNo: [803, 167],
    code: [301, 345],
  },
} as const;

type Part = "photo" | "code" | BindingName;

/** The library's pictures are drawn at 85 mm for 1004 px, in the middle of the card; so is everything on them. */
const MM_PER_PX = 85 / 1004;
/** Light beside a code, room for a long name and a photo of 3:4 move things by as much, mm. Left and right stay what they are. */
const REACH_MM = { x: 5.5, y: 7.5 };

function boxOf({ front }: Template, part: Part): Box {
  const isIt = (layer: Layer): boolean => {
    if (part === "photo") return layer.kind === "photo";
    if (part === "code") return layer.kind === "barcode" || layer.kind === "qr";
    return layer.kind === "text" && layer.content.some((one) => typeof one !== "string" && one.bind === part);
  };
  // The fallback name that a library's picture covers comes first.
  const found = front.layers.findLast(isIt);
  if (!found || !("box" in found)) throw new Error(`no ${part}`);
  return found.box;
}

describe.each(Object.keys(READ) as (keyof typeof READ)[])("%s", (name) => {
  const template = TEMPLATES.find((one) => one.name === name)!;
  const isUpright = template.orientation === "portrait";
  const [cardWidth, cardHeight] = isUpright ? [53.98, 85.6] : [85.6, 53.98];
  const [pageWidth, pageHeight] = isUpright ? [618, 1004] : [1004, 618];

  it.each(Object.entries(READ[name]) as [Part, readonly [number, number]][])(
    "has its %s where INLISLite has it",
    (part, [x, y]) => {
      const { x: left, y: top, width, height } = boxOf(template, part);
      const there = {
        x: cardWidth / 2 + (x - pageWidth / 2) * MM_PER_PX,
        y: cardHeight / 2 + (y - pageHeight / 2) * MM_PER_PX,
      };
      expect(Math.abs(left + width / 2 - there.x), "across").toBeLessThan(REACH_MM.x);
      expect(Math.abs(top + height / 2 - there.y), "down").toBeLessThan(REACH_MM.y);
    },
  );

  it("shows no photo where INLISLite shows none", () => {
    const hasPhoto = template.front.layers.some(({ kind }) => kind === "photo");
    expect(hasPhoto).toBe("photo" in READ[name]);
  });
});
