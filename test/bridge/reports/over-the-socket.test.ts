import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORT_FORMATS, REPORT_KINDS } from "../../../src/bridge/protocol/report-shapes.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";

const OCTOBER = { from: "2026-10-01", to: "2026-10-31", paper: "A4", language: "id" } as const;

describe("reports over the real socket", () => {
  let desk: TestBridge;
  beforeAll(async () => {
    desk = await startBridge();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const made = async (order: Partial<Parameters<typeof desk.client.call<"report.make">>[1]>) => {
    const { file, name } = await desk.client.call("report.make", {
      ...{ ...OCTOBER, report: "punctuality", format: "json" },
      ...order,
    });
    return { name, bytes: Buffer.from(await desk.client.frame(file)) };
  };

  it.each(REPORT_KINDS)(
    "%s of a month without cases is made in every form, and says that there were none",
    async (report) => {
      const starts = { pdf: "%PDF-", xlsx: "PK", csv: "\u{feff}", json: "{" } as const;
      for (const format of REPORT_FORMATS) {
        const { name, bytes } = await made({ report, format });
        expect(name.endsWith(`.${format}`)).toBe(true);
        expect(bytes.toString("utf8").startsWith(starts[format])).toBe(true);
      }
      const { bytes } = await made({ report });
      const words = bytes.toString("utf8");
      expect(words).toMatch(/tidak ada (kasus|jawaban|pengaduan)|Tidak ada kasus|belum pernah dicatat/);
      expect(words).not.toContain("100,0 %");
    },
  );

  it("members of an INLISLite that is away are left out, in every form, and never counted as none", async () => {
    await using alone = await startBridge({
      // A port that nobody listens on.
      config: (demo) => ({
        ...demo,
        inlislite: { ...demo.inlislite, mode: "mysql", port: 1, budgetMs: 500 },
      }),
    });
    for (const format of ["csv", "json"] as const) {
      const order = { ...OCTOBER, report: "members", format } as const;
      const { file } = await alone.client.call("report.make", order);
      const words = Buffer.from(await alone.client.frame(file)).toString("utf8");
      expect(words).toContain("INLISLite tidak terjangkau");
      expect(words).not.toContain("Laki-laki");
    }
  });

  it.each([
    ["ends before it begins", { from: "2026-10-31", to: "2026-10-01" }],
    ["is longer than a year", { from: "2024-01-01", to: "2026-10-31" }],
    ["has a day that does not exist", { from: "2026-13-45", to: "2026-13-46" }],
  ])("are refused for a period that %s", async (_, period) => {
    await expect(made(period)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
