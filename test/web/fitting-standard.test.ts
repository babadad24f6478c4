import { describe, expect, it } from "vitest";
import { standardView } from "../../src/bridge/flows/standard-view.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import { fitting } from "../../web/console/desk/fitting-standard.ts";

const MOJOKERTO = "id.mojokerto-kota.perpanjangan-kartu";
const LEBAK = "id.lebak.pembuatan-kta";
const shipped = PRESETS.map((preset) => standardView(preset, true));
const renewal = { kind: "renewal", channel: "in-person" } as const;
const newCard = { kind: "new", channel: "in-person" } as const;

describe("the standard that a service is timed by", () => {
  it("is the desk's own where that promises something for it", () => {
    expect(fitting(shipped, MOJOKERTO, renewal)).toBe(MOJOKERTO);
  });

  it("stays the desk's own where only other libraries promise it", () => {
    expect(fitting(shipped, MOJOKERTO, newCard)).toBe(MOJOKERTO);
  });

  it("is another of this library's own where that promises it", () => {
    const own = shipped.map((one) => (one.id === LEBAK ? { ...one, isPreset: false } : one));
    expect(fitting(own, MOJOKERTO, newCard)).toBe(LEBAK);
    expect(fitting(own, MOJOKERTO, { kind: "new", channel: "online" })).toBe(MOJOKERTO);
  });
});
