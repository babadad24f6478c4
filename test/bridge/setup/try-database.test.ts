import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { SILENT } from "../../../src/bridge/logging.ts";
import { tryDatabase } from "../../../src/bridge/setup/try-database.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { temporaryFolder } from "../../store/test-store.ts";

describe("a database that is tried while a desk is set up", () => {
  let port: number;
  const inUse = createServer((socket) => socket.destroy());
  beforeEach(async () => {
    await new Promise<void>((resolve) => inUse.listen(0, "127.0.0.1", resolve));
    const address = inUse.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterEach(() => void inUse.close());

  const tried = (language: "id" | "en") =>
    tryDatabase(
      {
        config: demoConfig({ folder: temporaryFolder(), port: 0 }),
        ...{ clock: new SystemClock(), log: SILENT },
      },
      { host: "127.0.0.1", port, database: "inlislite_v3", user: "titian", password: "x" },
      language,
      new AbortController().signal,
    );

  it("that hangs up is told to whoever is setting it up, with what they can look at", async () => {
    const { findings, grants } = await tried("id");
    expect(findings).toEqual([
      {
        check: "inlislite",
        outcome: "fail",
        what: "Basis data INLISLite tidak menjawab.",
        mend: "Periksa alamat server dan porta, dan apakah MySQL menerima sambungan dari komputer ini.",
      },
    ]);
    expect(grants.length).toBeGreaterThan(0);
  });

  it("is told so in English too, and speaks of no running case: there is none yet", async () => {
    const [finding] = (await tried("en")).findings;
    expect(finding?.what).toBe("INLISLite's database does not answer.");
    expect(finding?.mend).not.toMatch(/case/iu);
  });
});
