import { GlobalFonts } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { canSpell, registerFace } from "../../src/cards/rendering/fonts.ts";
import { TitianError } from "../../src/kernel/errors.ts";

const FONTS = "@expo-google-fonts/source-sans-3";

function codeOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return TitianError.from(error).code;
  }
  return "none";
}

describe("Titian's own letters", () => {
  it.each([
    ["is not there", `${FONTS}/400Regular/missing.ttf`],
    ["is no font", `${FONTS}/package.json`],
  ])("are not replaced by the machine's where a file %s", (_, file) => {
    expect(codeOf(() => registerFace(file, "Titian Uji"))).toBe("CARD_FONT_MISSING");
    expect(GlobalFonts.has("Titian Uji")).toBe(false);
  });

  it("spell Latin with every accent, and no other script of the country", () => {
    expect(canSpell("Siti Nur’aini Ṡrī Déwi")).toBe(true);
    for (const text of ["ꦗꦮ", "ᬩᬮᬶ", "محمد", "林", "😀"]) expect(canSpell(text), text).toBe(false);
  });
});
