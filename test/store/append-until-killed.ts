import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { TitianError } from "../../src/kernel/errors.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

/**
 * Run as a process of its own by the kill tests: appends for ever, and says so only afterwards. Lines: `opened`,
 * `seq <n>`, `vault <id> <sha256>`, and `error <code>` as the last.
 */
const say = (line: string): void => void writeSync(1, `${line}\n`);
const PHOTO_BYTES = 3_000;

function appendForEver(store: Store): never {
  for (let round = 0; ; round++) {
    const event = { stream: "desk/desk-1", type: "desk.started", data: { version: "0.1.0" } } as const;
    const stored = store.events.append(Array.from({ length: 1 + (round % 4) }, () => event));
    for (const { seq } of stored) say(`seq ${seq}`);
    if (round % 5 === 0) {
      const photo = Buffer.alloc(PHOTO_BYTES, `${round}`);
      const id = store.vault.put(photo);
      say(`vault ${id} ${createHash("sha256").update(photo).digest("hex")}`);
    }
  }
}

try {
  const [folder = ""] = process.argv.slice(2);
  const store = openStore({ folder, desk: "desk-1", clock: new ManualClock(), log: new SilentLog() });
  say("opened");
  appendForEver(store);
} catch (error) {
  say(`error ${TitianError.from(error).code}`);
}
