import { describe, expect, it } from "vitest";
import { maskedAddress } from "../../../src/bridge/contact/masked-address.ts";
import { readPhone, whatsappLink } from "../../../src/bridge/contact/phone-number.ts";

describe("a telephone number from INLISLite", () => {
  it.each([
    "081200000001",
    "0812 0000 0001",
    "0812-0000-0001",
    "(0812) 00000001",
    "62812 0000 0001",
    "+62 812-0000-0001",
    "+62812.0000.0001",
    " 0812 0000 0001 / 0321 640000",
  ])("is the same mobile number, however it was typed: %s", (typed) => {
    expect(readPhone(typed)).toEqual({
      e164: "+6281200000001",
      standing: "mobile",
      masked: "+62 812-••••-0001",
    });
  });

  it("is a landline where it is one, without a way to WhatsApp", () => {
    const office = readPhone("(0321) 640123");
    expect(office).toMatchObject({ standing: "landline", e164: "+62321640123" });
    expect(whatsappLink(office, "Halo")).toBeUndefined();
  });

  it.each(["", "-", "tidak ada", "0812", "12345678901234567890", "+1 202 555 0100", "0812 0000"])(
    "is said to be unreadable when it is no Indonesian number: %j",
    (typed) => {
      const phone = readPhone(typed);
      expect(phone).toMatchObject({ standing: "unreadable", e164: undefined });
      expect(phone.masked.replace(/\D/g, "").length).toBeLessThanOrEqual(2);
      expect(whatsappLink(phone, "Halo")).toBeUndefined();
    },
  );

  it("never shows more than seven of its digits", () => {
    for (const typed of ["081200000001", "0321640123", "021 1234567", "0899-1111-0003"])
      expect(readPhone(typed).masked.replace(/^\+62/, "").replace(/\D/g, "").length).toBeLessThanOrEqual(7);
  });

  it("opens WhatsApp with digits only, and the text as it is written", () => {
    expect(whatsappLink(readPhone("0812 0000 0001"), "Siap & ditunggu: 50 %")).toBe(
      "https://wa.me/6281200000001?text=Siap%20%26%20ditunggu%3A%2050%20%25",
    );
  });
});

describe("an address in the log", () => {
  it("keeps the first letters and the last label", () => {
    expect(maskedAddress("ratna@gmail.contoh.com")).toBe("r•••@g•••.com");
    expect(maskedAddress("a@b.id")).toBe("a•••@b•••.id");
  });
});
