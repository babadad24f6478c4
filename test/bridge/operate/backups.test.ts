import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { Dependencies } from "../../../src/bridge/flows/dependencies.ts";
import { HeldTime } from "../../../src/bridge/flows/held-time.ts";
import { Backups } from "../../../src/bridge/flows/operate/backups.ts";
import { replacedRetention } from "../../../src/bridge/flows/operate/replaced-retention.ts";
import { openTestStore, temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;
const HOUR_MS = 60 * 60_000;

/** 08.00 in Jakarta; backups at 12.15, two kept. */
function desk() {
  const { store, clock, log, folder } = openTestStore();
  const into = path.join(temporaryFolder(), "backups");
  const demo = demoConfig({ folder, port: 0 });
  const config = { ...demo, backup: { enabled: true, folder: into, at: "12:15", keep: 2 } };
  const dependencies = new Dependencies(clock);
  const backups = new Backups({ ...{ config, store, dependencies, clock, log }, version: "0.1.0" });
  const health = () => dependencies.all().find(({ name }) => name === "backup");
  return { backups, clock, into, health, made: () => readdirSync(into).length };
}

describe("backups", () => {
  it("begin at once on a desk that has none, and then come once a day at their hour", async () => {
    const { backups, clock, made, health } = desk();
    await backups.turn(never);
    await backups.turn(never);
    expect(made()).toBe(1);

    await clock.advance(4 * HOUR_MS);
    await backups.turn(never);
    expect(made()).toBe(1);
    await clock.advance(0.5 * HOUR_MS);
    await backups.turn(never);
    await backups.turn(never);
    expect(made()).toBe(2);
    expect(health()).toMatchObject({ health: "ok", code: null });
  });

  it("come too on a desk that is only on before their hour, and keep the newest few", async () => {
    const { backups, clock, made } = desk();
    await backups.turn(never);
    for (let day = 0; day < 4; day++) {
      await clock.advance(24 * HOUR_MS);
      await backups.turn(never);
    }
    expect(made()).toBe(2);
  });

  it("say why there is none, and that all is well again", async () => {
    const { backups, clock, into, health } = desk();
    writeFileSync(into, "a file where the folder should be");
    await expect(backups.turn(never)).rejects.toMatchObject({ code: "BACKUP_UNUSABLE" });
    expect(health()).toMatchObject({ health: "degraded", code: "BACKUP_UNUSABLE" });

    rmSync(into);
    await clock.advance(HOUR_MS);
    await backups.turn(never);
    expect(health()).toMatchObject({ health: "ok" });
  });

  it("take one that a wrong clock has dated into the future for none of today's", async () => {
    const { backups, clock, made } = desk();
    clock.jumpWall(400 * 24 * HOUR_MS);
    await backups.turn(never);
    clock.jumpWall(-400 * 24 * HOUR_MS);
    await backups.turn(never);
    expect(made()).toBe(2);
  });
});

describe("a store that a restore has put aside", () => {
  it("is removed by rule after thirty days that have really passed", async () => {
    const { clock, log, folder } = openTestStore();
    const aside = path.join(folder, "replaced-20260206-010000");
    writeFileSync(aside, "");
    const held = new HeldTime(path.join(folder, "held-replaced.json"), clock);
    const retention = replacedRetention({ folder, held, clock, log });
    const names = () => readdirSync(folder).filter((name) => name.startsWith("replaced-"));
    retention.sweep();
    clock.jumpWall(300 * 24 * HOUR_MS);
    retention.sweep();
    expect(names()).toHaveLength(1);

    await clock.advance(30 * 24 * HOUR_MS);
    retention.sweep();
    expect(names()).toEqual([]);
  });
});
