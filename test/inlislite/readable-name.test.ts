import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONG_NAME } from "../../src/inlislite/embedded/odd-members.ts";
import { isReadableName } from "../../src/inlislite/readable-name.ts";

describe("a name that can be printed as it stands", () => {
  it("is any Latin name, with titles, marks and what people type between the parts", () => {
    for (const name of [
      ...["Budi", "Al", "DEWI KUSUMANINGTYAS", "Nur'aini O’Timor", "Sri-Lestari", "Ng. Rai", "Siti Aminah 2"],
      ...["Drs. H. M. Yusuf, S.Pd., M.Si (Alm.)", "Renée Björn Façade", "JOÃO CONCEIÇÃO", "Ångström Ærø"],
      ...["I Gusti Ayu Oka", "Nur`aini", "Siti\u00a0Aminah", "Re\u0301nee", "Đorđe Ćirić", LONG_NAME],
    ])
      expect(isReadableName(name), name).toBe(true);
  });

  it("is none that a latin1 column could not spell, nor one that came as HTML", () => {
    for (const name of ["Ren?e", "?or?e ?iri?", "Ren\ufffde", "Nur&#039;aini", "Dewi &amp; Sri", "日本 太郎"])
      expect(isReadableName(name), name).toBe(false);
  });

  it("is none whose UTF-8 was taken for latin1, whichever letter it was", () => {
    const latin1 = new TextDecoder("windows-1252");
    fc.assert(
      fc.property(
        fc.constantFrom(..."ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŠšŽžŒœĆćŁł"),
        (letter) => {
          const garbled = latin1.decode(new TextEncoder().encode(`Ren${letter} Wijaya`));
          expect(isReadableName(garbled), garbled).toBe(false);
          expect(isReadableName(garbled.toUpperCase()), garbled).toBe(false);
          expect(isReadableName(`Ren${letter} Wijaya`)).toBe(true);
        },
      ),
    );
  });

  it("is none without two letters, nor with what is no name at all", () => {
    for (const name of [
      "",
      " ",
      "-",
      "A",
      "..",
      "12",
      "a@b.id",
      "Budi\nSanto",
      "Budi\u0000",
      "<b>Budi</b>",
      "Budi_S",
    ])
      expect(isReadableName(name), name).toBe(false);
  });

  it("never hangs on long nonsense", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 255 }), (name) => {
        isReadableName(name);
      }),
    );
  });
});
