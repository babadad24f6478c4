import { describe, expect, it } from "vitest";
import { layerName, layerPlace } from "../../../web/console/cards/designer/layer-names.ts";
import { freeName } from "../../../web/console/cards/list/free-name.ts";
import { Turns } from "../../../web/console/cards/list/turns.ts";
import { mmOf, mmText } from "../../../web/console/cards/mm.ts";
import { id } from "../../../web/messages/id.ts";
import { TEMPLATE } from "./a-template.ts";

describe("millimetres in words", () => {
  it("are written with a comma in Indonesian and a point in English", () => {
    expect(mmText(18.6, "id")).toBe("18,6");
    expect(mmText(18.6, "en")).toBe("18.6");
    expect(mmText(85.6, "id", 2)).toBe("85,60");
  });

  it("are read with either, and nothing else is a number", () => {
    expect(mmOf("18,6")).toBe(18.6);
    expect(mmOf(" -1.5 ")).toBe(-1.5);
    expect(mmOf("−2")).toBe(-2);
    for (const wrong of ["", "-", "1,2,3", "1e3", "5 mm", "Infinity"]) expect(mmOf(wrong)).toBeUndefined();
  });
});

describe("layers in words", () => {
  it("are called by what they show", () => {
    const names = TEMPLATE.front.layers.map((layer) => layerName(layer, id));
    expect(names).toEqual(["Bidang", "Gambar garis", "Foto anggota", "Nama anggota", "Barcode"]);
  });

  it("say where they are", () => {
    const photo = TEMPLATE.front.layers[2];
    expect(photo && layerPlace(photo, id, "id")).toBe("kiri 5, atas 18,6, lebar 22,2, tinggi 29,6 mm");
  });
});

describe("a copy", () => {
  const copies = [
    { name: "lengkung", title: "Lengkung" },
    { name: "lengkung-2", title: "Lengkung (salinan)" },
    { name: "sekolah", title: "Lengkung (salinan 2)" },
  ];

  it("has a name and a title that no other design has", () => {
    const [first] = copies;
    expect(first && freeName(first, [first], id)).toEqual({
      name: "lengkung-2",
      title: "Lengkung (salinan)",
    });
    expect(first && freeName(first, copies, id)).toEqual({
      name: "lengkung-4",
      title: "Lengkung (salinan 3)",
    });
  });

  it("stays within what names may be", () => {
    const long = { name: "n".repeat(60), title: "T".repeat(60) };
    const { name, title } = freeName(long, [long], id);
    expect(name.length).toBeLessThanOrEqual(60);
    expect(title.length).toBeLessThanOrEqual(60);
  });
});

describe("turns", () => {
  it("lets so many work at once, the others in their order, and none whose reason is gone", async () => {
    const turns = new Turns(2);
    const never = new AbortController().signal;
    const gone = new AbortController();
    const began: number[] = [];
    const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
    const all = ends.map(({ promise }, at) =>
      turns.take(at === 2 ? gone.signal : never, () => {
        began.push(at);
        return promise;
      }),
    );
    const settled = Promise.allSettled(all);
    gone.abort();
    expect(began).toEqual([0, 1]);
    for (const { resolve } of ends) resolve();
    const results = await settled;
    expect(began).toEqual([0, 1, 3, 4]);
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
  });
});
