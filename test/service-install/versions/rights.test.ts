import { execFileSync } from "node:child_process";
import { chownSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const RIGHTS = path.resolve("service-install/versions/rights.ts");
const SERVICE = 12_345;

/** As whom root goes on, in a process of its own: there is no way back. */
function userAfter(folder: string): number {
  const program = `import { becomeOwnerOf } from ${JSON.stringify(RIGHTS)};
    becomeOwnerOf(${JSON.stringify(folder)});
    console.log(process.getuid());`;
  const args = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", program];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

describe.skipIf(process.getuid?.() !== 0)("root, before it runs what came by update", () => {
  const folder = (): string => {
    const made = mkdtempSync(path.join(os.tmpdir(), "titian-rights-"));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };

  it("becomes the account whose folder it is, and stays root in root's own", () => {
    const versions = path.join(folder(), "versions");
    mkdirSync(versions);
    expect(userAfter(versions)).toBe(0);
    chownSync(versions, SERVICE, SERVICE);
    expect(userAfter(versions)).toBe(SERVICE);
  });

  it("is not kept root by a link of that account's to a folder of root's", () => {
    const place = folder();
    const versions = path.join(place, "versions");
    symlinkSync(os.tmpdir(), versions);
    chownSync(place, SERVICE, SERVICE);
    lchownSync(versions, SERVICE, SERVICE);
    expect(userAfter(versions)).toBe(SERVICE);
  });

  it("acts as that account for one piece of work, also one that takes its time or fails, and is root after it", () => {
    const versions = path.join(folder(), "versions");
    mkdirSync(versions);
    chownSync(versions, SERVICE, SERVICE);
    const program = `import { asOwnerOf } from ${JSON.stringify(RIGHTS)};
      const seen = [];
      const look = () => void seen.push([process.geteuid(), process.getegid(), ...process.getgroups()]);
      const at = (work) => asOwnerOf(${JSON.stringify(versions)}, work);
      at(look); look();
      await at(async () => { await null; look(); }); look();
      try { at(() => { look(); throw new Error(); }); } catch { look(); }
      await at(async () => { look(); throw new Error(); }).catch(look);
      asOwnerOf("/", look);
      console.log(JSON.stringify(seen.map(([user, group, ...groups]) => [user, group, groups.includes(0)])));`;
    const args = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", program];
    const seen = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const [service, root] = [
      [SERVICE, SERVICE, false],
      [0, 0, true],
    ];
    expect(seen).toEqual([service, root, service, root, service, root, service, root, root]);
  });
});
