import { describe, expect, it } from "vitest";
import { categoriesFor, documentsOf, papersFor } from "../../src/sla/papers.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { BARITO, JATENG, LEBAK, MOJOKERTO, SIDOARJO } from "./case-story.ts";

const NEW = { kind: "new", channel: "in-person" } as const;
const OUTSIDE = "student-university-outside-barito-utara";

const keys = (...of: Parameters<typeof categoriesFor>): string[] =>
  categoriesFor(...of).map(({ key }) => key);
const papers = (...of: Parameters<typeof papersFor>): string[] => papersFor(...of).map(({ text }) => text);

describe("the sorts of applicant of a standard", () => {
  it("are Barito Utara's six lines in their order, with the students whom it does not serve", () => {
    expect(
      categoriesFor(BARITO, NEW).map(({ key, isServed, isInferred }) => [key, isServed, isInferred]),
    ).toEqual([
      ["paud-tk", true, false],
      ["sd+smp+sma", true, false],
      ["student-university-local", true, false],
      [OUTSIDE, false, false],
      ["employee", true, true],
      ["general-public", true, false],
    ]);
  });

  it("quote the line by which somebody is turned away", () => {
    const outside = categoriesFor(BARITO, NEW).find(({ key }) => key === OUTSIDE);
    expect(outside?.lines.map(({ text }) => text)).toEqual([
      "Fc KTM untuk mahasiswa PT yang ada di Barito Utara (untuk mahasiswa PT luar Barito Utara tidak dilayani)",
    ]);
  });

  it("are not asked for where a lost or damaged card needs the same of everybody", () => {
    expect(keys(BARITO, { kind: "lost", channel: "in-person" })).toEqual([]);
    expect(keys(BARITO, { kind: "damaged", channel: "in-person" })).toEqual([]);
  });

  it("are nobody where the document asks everybody for the same", () => {
    for (const standard of [JATENG, LEBAK, MOJOKERTO]) expect(keys(standard, NEW)).toEqual([]);
    expect(keys(SIDOARJO, NEW)).toEqual(["without-ktp", "with-ktp"]);
  });

  it("are told apart where one of several names has a line of its own", () => {
    const [line] = BARITO.requirements;
    if (!line) throw new Error("no line");
    const standard: Standard = {
      ...BARITO,
      requirements: [
        { ...line, id: "a", categories: ["sd", "smp", "sma"] },
        { ...line, id: "b", categories: ["sma"] },
      ],
    };
    expect(categoriesFor(standard, NEW).map(({ key, lines }) => [key, lines.map(({ id }) => id)])).toEqual([
      ["sd+smp", ["a"]],
      ["sma", ["a", "b"]],
    ]);
  });
});

describe("the checklist", () => {
  it("is exactly the documents of category, channel and kind", () => {
    expect(papers(BARITO, NEW, "paud-tk")).toEqual([
      "Fc KK untuk siswa PAUD / TK",
      "Mengisi Form pendaftaran anggota",
    ]);
    expect(papers(BARITO, NEW, "sd+smp+sma")).toEqual([
      "Fc Kartu Pelajar untuk siswa SD – SMA",
      "Mengisi Form pendaftaran anggota",
    ]);
    expect(papers(BARITO, NEW, "general-public")).toEqual([
      "Fc KTP / SIM untuk Umum",
      "Mengisi Form pendaftaran anggota",
    ]);
    expect(papers(BARITO, { kind: "lost", channel: "in-person" }, undefined)).toEqual([
      "Fc KTP / SIM / Kartu Pelajar / Kartu Anggota Lama untuk penerbitan kartu anggota karena hilang / rusak",
      "Mengisi Form pendaftaran anggota",
    ]);
    expect(papers(SIDOARJO, NEW, "with-ktp")).toEqual(["Membawa KTP"]);
    expect(papers(SIDOARJO, { kind: "new", channel: "online" }, "without-ktp")).toEqual([
      "Membawa fotocopy KK untuk yang belum mempunyai KTP",
      "Registrasi anggota berhasil untuk pembuatan KTA Online",
      "Foto diri terunggah.",
    ]);
  });

  it("is everything that may be asked for while nobody has said who it is", () => {
    expect(papers(BARITO, NEW, undefined)).toHaveLength(6);
    expect(papers(BARITO, NEW, "no such one")).toHaveLength(6);
  });

  it("asks nobody for papers whom it does not serve, beyond what it asks of all", () => {
    expect(papers(BARITO, NEW, OUTSIDE)).toEqual(["Mengisi Form pendaftaran anggota"]);
  });

  it("says which documents will do, and where the standard does not say", () => {
    const named = (standard: Standard, id: string) => {
      const line = standard.requirements.find((one) => one.id === id);
      return line && documentsOf(line);
    };
    expect(named(BARITO, "r4")).toEqual({ documents: ["KTP", "SIM", "Kartu Pegawai"], howMany: "any" });
    expect(named(JATENG, "r1")).toEqual({ documents: ["KTP", "KK", "KTM", "SIM"], howMany: "unclear" });
    expect(named(BARITO, "r1")).toEqual({ documents: [], howMany: "all" });
  });
});
