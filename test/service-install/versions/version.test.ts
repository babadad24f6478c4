import { describe, expect, it } from "vitest";
import { compare, isNewer, isVersion } from "../../../service-install/versions/version.ts";

describe("a version's name", () => {
  it("is ordered as semver orders it", () => {
    const ordered = [
      "0.1.0-alpha",
      "0.1.0-alpha.1",
      "0.1.0-alpha.beta",
      "0.1.0-rc.2",
      "0.1.0-rc.10",
      "0.1.0",
      "0.9.0",
      "0.10.0",
      "1.0.0",
    ];
    expect(ordered.toReversed().toSorted(compare)).toEqual(ordered);
  });

  it("is no newer for a build mark, which belongs to packages", () => {
    expect(isNewer("0.1.0+next", "0.1.0")).toBe(false);
    expect(isNewer("0.1.0", "0.1.0+next")).toBe(false);
    expect(isNewer("0.1.1", "0.1.0+next")).toBe(true);
  });

  it.each(["", "1", "1.2", "../1.2.3", "1.2.3/..", "1.2.3+x", "v1.2.3", "1.2.3-", "1.2.3 ", "999999.0.0"])(
    "is not %j, which will not become a folder",
    (text) => expect(isVersion(text)).toBe(false),
  );
});
