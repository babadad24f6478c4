import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openLog } from "../../src/bridge/logging.ts";
import { mayMountDisks, SmallDisk } from "../harness/small-disk.ts";
import { temporaryFolder } from "../store/test-store.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe.skipIf(!mayMountDisks())("the log on a disk without room", () => {
  it("drops lines without stopping anybody, and never takes more than its share", async () => {
    const complaint = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    using disk = new SmallDisk(path.join(temporaryFolder(), "small"), 6_000);
    const folder = path.join(disk.folder, "log");
    const { log, close } = openLog({ folder, level: "info", maxSizeMb: 1, keepFiles: 2 });
    const padding = Array.from({ length: 40 }, () => "a quiet afternoon");
    const write = async (lines: number): Promise<void> => {
      for (let line = 0; line < lines; line++) {
        log.info("filling", { line, padding });
        if (line % 100 === 0) await turn();
      }
      await turn();
    };
    await write(6_000);
    const bytes = readdirSync(folder).reduce((all, name) => all + statSync(path.join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(4 * 1024 * 1024);

    disk.fill();
    await write(3_000);
    log.error("said on a full disk");
    await close();
    complaint.mockRestore();
    disk.makeRoom();

    const again = openLog({ folder, level: "info", maxSizeMb: 1, keepFiles: 2 });
    again.log.info("there is room again");
    await again.close();
    expect(readFileSync(path.join(folder, "titian.log"), "utf8")).toContain("there is room again");
  }, 30_000);
});
