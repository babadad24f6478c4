import { createCanvas } from "@napi-rs/canvas";
import { beforeEach, describe, expect, it } from "vitest";
import { type CardDesign, withoutAssets } from "../../src/cards/design.ts";
import { DesignShelf } from "../../src/cards/design-shelf.ts";
import { approved, printable } from "../../src/cards/design-source.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { codeOf } from "../store/test-store.ts";
import { MemoryDesigns } from "./memory-designs.ts";

const [lengkung, noPhoto] = TEMPLATES;
const ANYBODY = { memberType: "Umum", isMinor: undefined, hasPhoto: true };
const picture = await createCanvas(40, 30).encode("png");

function named(
  name: string,
  change: { readonly title?: string; readonly assets?: CardDesign["assets"] } = {},
) {
  const { title = "Pelajar", assets = new Map() } = change;
  return { template: { ...lengkung!, name, title, version: 77 }, assets };
}

describe("the shelf of designs", () => {
  let memory: MemoryDesigns;
  let shelf: DesignShelf;
  const open = () =>
    new DesignShelf({
      installed: TEMPLATES.map(withoutAssets),
      ...{ records: memory, files: memory, otherwise: "lengkung" },
    });
  const versionOf = (name: string) => shelf.get(name)?.template.version;

  beforeEach(() => {
    memory = new MemoryDesigns();
    shelf = open();
  });

  it("always has the installed ones: approved, and read-only", () => {
    expect(shelf.installed().map(({ template }) => template.name)).toEqual(TEMPLATES.map(({ name }) => name));
    expect(shelf.isApproved("lengkung")).toBe(true);
    expect(codeOf(() => shelf.save(named("lengkung"), undefined))).toBe("DESIGN_INSTALLED");
    expect(codeOf(() => shelf.withdraw("lengkung-no-photo"))).toBe("DESIGN_INSTALLED");
  });

  it("prints a card from the version of Titian's own that it was accepted with, also after an update", () => {
    shelf.keep("lengkung");
    shelf.keep("lengkung");
    expect(memory.allKept()).toHaveLength(1);
    const { version } = lengkung!;
    const newer = { ...lengkung!, version: version + 1, title: "Lengkung baru" };
    const updated = new DesignShelf({
      installed: [newer, ...TEMPLATES.slice(1)].map(withoutAssets),
      ...{ records: memory, files: memory, otherwise: "lengkung" },
    });
    expect(approved(updated, { name: "lengkung", version })).toEqual(lengkung);
    expect(approved(updated, "lengkung")).toEqual(newer);
    expect(updated.get({ name: "lengkung", version: version + 2 })).toBeUndefined();
    expect(updated.installed().map(({ template }) => template.title)).toContain("Lengkung baru");
  });

  it("keeps nothing of a library's own: each of its versions is kept already", () => {
    shelf.save(named("pelajar"), undefined);
    shelf.keep("pelajar");
    shelf.keep("unknown");
    expect(memory.allKept()).toEqual([]);
  });

  it("counts versions itself, and the same design again is no new one", () => {
    shelf.save(named("pelajar"), undefined);
    shelf.save(named("pelajar"), undefined);
    expect(versionOf("pelajar")).toBe(1);
    shelf.save(named("pelajar", { title: "Pelajar baru" }), 1);
    expect(versionOf("pelajar")).toBe(2);
    expect(shelf.require("pelajar", 1).template.title).toBe("Pelajar");
  });

  it("does not overwrite what another page saved meanwhile", () => {
    shelf.save(named("pelajar"), undefined);
    shelf.save(named("pelajar", { title: "Satu" }), 1);
    expect(codeOf(() => shelf.save(named("pelajar", { title: "Dua" }), 1))).toBe("DESIGN_CHANGED");
  });

  it("goes on printing the approved version while a newer one is worked on", () => {
    shelf.save(named("pelajar"), undefined);
    expect(shelf.isApproved("pelajar")).toBe(false);
    shelf.approve("pelajar", 1);
    shelf.save(named("pelajar", { title: "Pelajar baru" }), 1);
    expect(versionOf("pelajar")).toBe(1);
    expect(shelf.require("pelajar").template.version).toBe(2);
    shelf.approve("pelajar", 2);
    expect(versionOf("pelajar")).toBe(2);
  });

  it("gives a job exactly the version that it was accepted with", () => {
    shelf.save(named("pelajar"), undefined);
    shelf.save(named("pelajar", { title: "Pelajar baru" }), 1);
    expect(shelf.get({ name: "pelajar", version: 1 })?.template.title).toBe("Pelajar");
    expect(shelf.get({ name: "pelajar", version: 3 })).toBeUndefined();
    expect(shelf.get({ name: "lengkung", version: 99 })).toBeUndefined();
  });

  it("prints from no design that nobody has approved", () => {
    expect(printable(shelf, ANYBODY).name).toBe("lengkung");
    shelf.save(named("pelajar"), undefined);
    expect(codeOf(() => shelf.choose({ default: "pelajar", rules: [] }))).toBe("DESIGN_NOT_APPROVED");
    memory.chosen({ default: "pelajar", rules: [] });
    expect(codeOf(() => printable(open(), ANYBODY))).toBe("DESIGN_NOT_APPROVED");
  });

  it("does not let go of a design that cards get", () => {
    shelf.save(named("pelajar"), undefined);
    shelf.approve("pelajar", 1);
    shelf.choose({ default: "lengkung", rules: [{ minor: true, design: "pelajar" }] });
    expect(codeOf(() => shelf.withdraw("pelajar"))).toBe("DESIGN_IN_USE");
    shelf.choose({ default: "lengkung", rules: [] });
    shelf.withdraw("pelajar");
    expect(shelf.isApproved("pelajar")).toBe(false);
  });

  it("chooses by the first rule of which all is true", () => {
    shelf.save(named("pelajar"), undefined);
    shelf.approve("pelajar", 1);
    shelf.choose({
      default: "lengkung",
      rules: [
        { memberTypes: ["pelajar ", "Mahasiswa"], photo: true, design: "pelajar" },
        { photo: false, design: noPhoto!.name },
      ],
    });
    const chosen = (facts: Partial<typeof ANYBODY>) => shelf.chosenFor({ ...ANYBODY, ...facts });
    expect(chosen({ memberType: "PELAJAR" })).toBe("pelajar");
    expect(chosen({ memberType: "PELAJAR", hasPhoto: false })).toBe("lengkung-no-photo");
    expect(chosen({})).toBe("lengkung");
  });

  it("says that a file is gone instead of failing as a whole, and is mended by saving the same again", () => {
    shelf.save(named("pelajar"), undefined);
    memory.files.clear();
    shelf = open();
    expect(codeOf(() => shelf.get("pelajar"))).toBe("DESIGN_FILE_MISSING");
    expect(shelf.looksOf("pelajar")).toBeUndefined();
    shelf.save(named("pelajar"), undefined);
    expect(versionOf("pelajar")).toBe(1);
  });

  it("keeps a library's own card as it is when a later Titian brings a design of that name", () => {
    shelf.save(named("sekolah"), undefined);
    const later = new DesignShelf({
      installed: [...TEMPLATES, { ...noPhoto!, name: "sekolah" }].map(withoutAssets),
      ...{ records: memory, files: memory, otherwise: "lengkung" },
    });
    expect(later.get("sekolah")?.template.title).toBe("Pelajar");
    expect(later.installed().map(({ template }) => template.name)).not.toContain("sekolah");
  });

  it.each([
    ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")],
    ["no picture", Buffer.from("GIF89a")],
    ["a small file that claims a gigantic picture", hugePng(30_000, 30_000)],
    ["a picture of 9 MB", Buffer.concat([picture, Buffer.alloc(9_000_000)])],
  ])("refuses %s before decoding a byte of it", (_, bytes) => {
    const design = named("pelajar", { assets: new Map([["latar", bytes]]) });
    expect(codeOf(() => shelf.save(design, undefined))).toBe("DESIGN_PICTURE_REFUSED");
    expect(shelf.isKnown("pelajar")).toBe(false);
  });
});

/** A true header over nothing. */
function hugePng(widthPx: number, heightPx: number): Buffer {
  const bytes = Buffer.from(picture);
  bytes.writeUInt32BE(widthPx, 16);
  bytes.writeUInt32BE(heightPx, 20);
  return bytes;
}
