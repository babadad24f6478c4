import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openLog } from "../../src/bridge/logging.ts";
import { maskMemberNo } from "../../src/bridge/redact-fields.ts";
import { TitianError } from "../../src/kernel/errors.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (more: object = {}) => openLog({ folder, level: "info", maxSizeMb: 1, keepFiles: 2, ...more });
const written = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("");
const lines = (): Record<string, unknown>[] =>
  readFileSync(path.join(folder, "titian.log"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Invented. */
const WARIH = {
  memberNo: "AG-2026-004417",
  fullName: "Warih Panjalu Sekarwangi",
  nik: "3515990101010007",
  phone: "081299900017",
  motherName: "Lastri Kembangsore",
  token: "b3J0aG9ub3JtYWw",
};
const SECRETS = Object.values(WARIH);

describe("the log", () => {
  it("writes one line of JSON per event, with time, level, message and fields", async () => {
    const { log, close } = open();
    log.child({ device: "desk-1-camera" }).info("photo taken", { tookMs: 83 });
    await close();

    expect(lines()).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        device: "desk-1-camera",
        tookMs: 83,
        msg: "photo taken",
      },
    ]);
  });

  it("leaves out what is below its level", async () => {
    const { log, close } = open({ level: "warn" });
    log.debug("detail");
    log.info("story");
    log.warn("one operation went wrong");
    await close();

    expect(lines().map(({ msg }) => msg)).toEqual(["one operation went wrong"]);
  });

  it("never writes personal data, wherever a careless caller puts it", async () => {
    const { log, close } = open({ level: "debug" });
    const foreign = Object.assign(new Error(`Duplicate entry '${WARIH.nik}' for ${WARIH.fullName}`), {
      code: "ER_DUP_ENTRY",
      sql: `insert into members values ('${WARIH.memberNo}')`,
    });

    log.info("planted at the top", { ...WARIH });
    log.info("planted deep", { request: { params: [{ member: WARIH }] } });
    log.warn("planted in a foreign error", { error: foreign });
    log.warn("planted as a cause", { error: new TitianError("INTERNAL", { cause: foreign }) });
    log.error("planted in a text", { reason: `nik ${WARIH.nik}, telp ${WARIH.phone}.` });
    log.debug("planted as bytes", { payload: new TextEncoder().encode(WARIH.fullName) });
    log.child(WARIH).info("planted in a child");
    await close();

    for (const secret of SECRETS) expect(written()).not.toContain(secret);
    expect(lines()).toHaveLength(7);
  });

  it("keeps what a technician needs of an error: code, details and frames", async () => {
    const { log, close } = open();
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    log.warn("member not read", {
      error: new TitianError("INLISLITE_UNREACHABLE", { details: { budgetMs: 3000 }, cause }),
    });
    await close();

    expect(lines()[0]?.["error"]).toMatchObject({
      code: "INLISLITE_UNREACHABLE",
      details: { budgetMs: 3000 },
      cause: { code: "ECONNREFUSED" },
      frames: expect.arrayContaining([expect.stringMatching(/logging\.test\.ts/)]),
    });
  });

  it("leaves ids alone, also when they are all digits", async () => {
    const { log, close } = open();
    const job = "01900000-0000-7000-8000-000000000000";
    log.info("card printed", { job, tookMs: 1_234_567_890_123 });
    await close();

    expect(lines()[0]).toMatchObject({ job, tookMs: 1_234_567_890_123 });
  });

  it("puts a full file aside and keeps as many as configured", async () => {
    const { log, close } = open();
    const padding = Array.from({ length: 40 }, () => "a quiet afternoon");
    for (let line = 0; line < 6_000; line++) {
      log.info("filling", { line, padding });
      if (line % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await close();

    const aside = readdirSync(folder).filter((name) => /^titian-\d{8}-\d{6}-\d+\.log$/.test(name));
    expect(aside.length).toBeGreaterThanOrEqual(1);
    expect(aside.length).toBeLessThanOrEqual(2);
  });

  it("lets the desk go on when it cannot be written", async () => {
    const complaint = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const file = path.join(folder, "not-a-folder");
    writeFileSync(file, "");

    const { log, close } = open({ folder: path.join(file, "log") });
    log.error("nobody will read this");
    log.error("nor this");
    await close();

    expect(complaint).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("the log cannot be written (ENOTDIR)"),
    );
    complaint.mockRestore();
  });
});

describe("a masked member number", () => {
  it("shows its last three characters, and nothing of a short one", () => {
    expect(maskMemberNo("AG-2026-004417")).toBe("…417");
    expect(maskMemberNo("00417")).toBe("…");
  });
});
