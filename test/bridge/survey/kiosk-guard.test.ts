import { describe, expect, it } from "vitest";
import { readForm } from "../../../src/bridge/survey/kiosk-form.ts";
import { type KioskKnock, kioskDenial } from "../../../src/bridge/survey/kiosk-guard.ts";
import { isPrivateAddress } from "../../../src/bridge/survey/private-address.ts";
import { SURVEY_ELEMENTS } from "../../../src/sla/survey/questionnaire.ts";

const ADDRESS = "192.168.1.20:9780";
const knock = (more: Partial<KioskKnock> = {}): KioskKnock => ({
  ...{ method: "GET", host: ADDRESS, remoteAddress: "192.168.1.77", origin: undefined },
  ...{ fetchSite: undefined, fetchMode: undefined, fetchDest: undefined },
  ...more,
});
const navigation = { fetchMode: "navigate", fetchDest: "document" } as const;
const POST = { method: "POST", origin: `http://${ADDRESS}` } as const;

describe("the kiosk's guard", () => {
  it.each([
    ["the page, as a phone loads it", {}],
    ["the page, from the camera's reader of codes", { fetchSite: "none", ...navigation }],
    ["the form, from its own page", POST],
    ["the form, from a browser that says more", { ...POST, fetchSite: "same-origin", ...navigation }],
  ])("lets in %s", (_, more) => {
    expect(kioskDenial(knock(more), ADDRESS)).toBeUndefined();
  });

  it.each([
    ["host", { host: undefined }],
    ["host", { host: "192.168.1.20" }],
    ["host", { host: "kiosk.example:9780" }],
    ["host", { host: "127.0.0.1:9700" }],
    ["peer", { remoteAddress: "8.8.8.8" }],
    ["peer", { remoteAddress: undefined }],
    ["method", { method: "PUT" }],
    ["method", { method: "OPTIONS" }],
    ["method", { method: "HEAD" }],
    ["origin", { method: "POST" }],
    ["origin", { method: "POST", origin: "null" }],
    ["origin", { method: "POST", origin: "http://evil.example" }],
    ["origin", { method: "POST", origin: `https://${ADDRESS}` }],
    ["origin", { origin: "http://evil.example" }],
    ["sec-fetch", { fetchSite: "cross-site", fetchMode: "no-cors", fetchDest: "image" }],
    ["sec-fetch", { fetchSite: "cross-site", fetchMode: "navigate", fetchDest: "iframe" }],
    ["sec-fetch", { ...POST, fetchSite: "cross-site", ...navigation }],
  ] as const)("turns away by the %s: %j", (reason, more) => {
    expect(kioskDenial(knock(more), ADDRESS)).toBe(reason);
  });

  it("asks for the name first: a rebound name learns nothing else", () => {
    const everythingWrong = { host: "x", remoteAddress: "8.8.8.8", method: "PUT", origin: "null" };
    expect(kioskDenial(knock(everythingWrong), ADDRESS)).toBe("host");
  });

  it.each([
    ["10.0.0.1", true],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["192.168.255.255", true],
    ["127.0.0.1", true],
    ["8.8.8.8", false],
    ["::1", false],
    ["", false],
  ])("%s is of a private network: %s", (address, is) => {
    expect(isPrivateAddress(address)).toBe(is);
  });
});

describe("the kiosk's form", () => {
  const filled = (more: Record<string, string> = {}): string =>
    new URLSearchParams({
      ...Object.fromEntries(SURVEY_ELEMENTS.map((element, index) => [element, String(1 + (index % 4))])),
      ...more,
    }).toString();

  it("is read as nine scores in order, and the bands that were chosen", () => {
    expect(readForm(filled({ sex: "female", age: "" }))).toEqual({
      scores: [1, 2, 3, 4, 1, 2, 3, 4, 1],
      bands: { sex: "female" },
    });
  });

  it("says which of nine has no answer, and keeps the others", () => {
    const read = readForm(filled({ time: "" }));
    expect(read).toMatchObject({ missing: [3] });
    expect(read && "given" in read && read.given.get("cost")).toBe("4");
  });

  it.each([
    ["a text in place of a number", filled({ time: "baik" })],
    ["a score that is none", filled({ time: "5" })],
    ["a number as nobody chooses it", filled({ time: "1e0" })],
    ["a band that is none", filled({ age: "17" })],
    ["a name that the page does not have", filled({ case: "1" })],
    ["a name of every object", filled({ constructor: "1", __proto__x: "1" })],
    ["an answer twice", `${filled()}&time=4`],
  ])("is not read with %s", (_, body) => {
    expect(readForm(body)).toBeUndefined();
  });

  it("without anything misses all nine", () => {
    expect(readForm("")).toMatchObject({ missing: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
  });
});
