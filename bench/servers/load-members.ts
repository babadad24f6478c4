import { SystemClock } from "../../src/bridge/system-clock.ts";
import { openMysqlInlislite } from "../../src/inlislite/mysql/open-mysql.ts";
import { SilentLog } from "../../test/harness/silent-log.ts";
import { emptyMirror, loadInto, type ManyMembers, never } from "../members/many-members.ts";
import { forgetPeak, peakBytes } from "../peak-memory.ts";

/** A process of its own: loads the members of one database into a mirror and prints what that took at its height, bytes. */
const place = JSON.parse(process.argv[2] ?? "{}") as ManyMembers["place"];
const surroundings = { clock: new SystemClock(), log: new SilentLog() };
const inlislite = await openMysqlInlislite({ ...place, budgetMs: 30_000 }, surroundings, never);
const mirror = emptyMirror();
globalThis.gc?.();
forgetPeak(process.pid);
const restBytes = peakBytes(process.pid);
await loadInto(mirror.parts({ inlislite } as ManyMembers));
process.stdout.write(String(peakBytes(process.pid) - restBytes));
mirror.remove();
await inlislite.close();
