import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { rebuild } from "../../src/store/rebuild.ts";
import { rebuildStore } from "../../src/store/store.ts";
import { dumpOf } from "./projection-dump.ts";
import { acts, StorePlayer } from "./store-player.ts";
import { codeOf, newCaseId, opened, openTestStore } from "./test-store.ts";

describe("a rebuild", () => {
  it("makes every projection exactly what it was, whatever happened", () => {
    fc.assert(
      fc.property(acts, (played) => {
        const { store, folder, clock } = openTestStore();
        const player = new StorePlayer(store, clock);
        for (const { waitMs, jumpMs, ...act } of played) {
          player.play(act);
          if (waitMs % 7 === 0) clock.jumpWall(jumpMs);
          if (waitMs % 3 === 0) clock.jumpWall(waitMs);
        }
        const live = dumpOf(folder);
        const events = store.events.lastSeq;
        store.close();

        expect(rebuildStore(folder)).toBe(events);
        expect(dumpOf(folder)).toEqual(live);
      }),
      { numRuns: 25 },
    );
  });

  it("repairs projections that somebody spoiled", () => {
    const { store, folder, clock } = openTestStore();
    const id = newCaseId(clock);
    store.events.append(opened(id));
    store.pairings.grant("http://inlis.example.test", "a".repeat(64));
    store.close();
    const live = dumpOf(folder);

    const sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
    sql.exec("UPDATE cases SET status = 'cancelled'; DELETE FROM pairings");
    sql.close();
    expect(dumpOf(folder)).not.toEqual(live);
    rebuildStore(folder);
    expect(dumpOf(folder)).toEqual(live);
  });

  it("is all or nothing: a damaged event leaves the projections as they were", () => {
    const { store, folder, clock } = openTestStore();
    store.events.append(opened(newCaseId(clock)));
    store.close();
    const sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
    const trigger = sql.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events_never_change'").get();
    sql.exec("DROP TRIGGER events_never_change");
    sql.exec("UPDATE events SET data = replace(data, 'in-person', 'in-persoN')");
    sql.exec(String(trigger?.["sql"]));
    sql.close();
    const before = dumpOf(folder);

    const db = openDatabase({ folder });
    expect(codeOf(() => rebuild(db))).toBe("STORE_CORRUPT");
    db.close();
    expect(dumpOf(folder)).toEqual(before);
  });

  it("is refused while a daemon uses the store", () => {
    const { folder } = openTestStore();
    expect(codeOf(() => rebuildStore(folder))).toBe("STORE_LOCKED");
  });
});
